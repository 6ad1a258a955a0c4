using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

[Collection(ProcessEnvironment.Name)]
public sealed class ConnectTests : IDisposable
{
    private const string SecretId = "AKIDabcdefghijklmnopqrstuvwxyz012345";
    private const string SecretKey = "verySecretKeyThatNobodyMaySee001";
    private const string Token = "verySecretTokenThatNobodyMaySee1";

    private const string Role = "qcs::cam::uin/100000000001:roleName/image-replication";

    private readonly string?[] _environment = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly Shell _shell = new();

    private static readonly string[] Variables =
    [
        "TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_REGION", "TENCENTCLOUD_CREDENTIALS_FILE", "TCC_METADATA_ENDPOINT", "HOME",
    ];

    public ConnectTests()
    {
        foreach (var variable in Variables)
            Environment.SetEnvironmentVariable(variable, null);
        // No user folder and no instance role of the test machine.
        Environment.SetEnvironmentVariable("HOME", Path.Combine(Path.GetTempPath(), "nobody"));
        Environment.SetEnvironmentVariable("TCC_METADATA_ENDPOINT", "http://127.0.0.1:1");
        _shell.Set("key", new NetworkCredential("", SecretKey).SecurePassword);
        _shell.Set("token", new NetworkCredential("", Token).SecurePassword);
    }

    [Fact]
    public void A_key_creates_a_connection_that_shows_no_secret()
    {
        var context = Assert.Single(_shell.Run(
            $"Connect-TccAccount -SecretId {SecretId} -SecretKey $key -Token $token -Region ap-singapore -Site International -PassThru")
            .All<TccContext>());

        Assert.Equal("AKID...2345", context.SecretId);
        Assert.Equal("ap-singapore", context.Region);
        Assert.Equal(TccSite.International, context.Site);
        Assert.Equal("cvm.intl.tencentcloudapi.com", context.Endpoint);
        Assert.False(context.Simulated);
        Assert.Same(context, _shell.Context);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("'0'")]
    [InlineData("00:00:00")]
    public async Task Without_a_wait_for_throttling_a_throttled_request_fails_at_once(string limit)
    {
        using var port = new LocalPort();
        var request = port.AnswerAsync(LocalPort.Plain("""{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"Slow."},"RequestId":"r"}}"""));

        var result = _shell.Run(
            $"Connect-TccAccount -SecretId {SecretId} -SecretKey $key -Region ap-beijing -Endpoint {port.Address} -MaxThrottleWait {limit}; "
            + "Get-TccImage");

        await request;
        Assert.Equal("RequestLimitExceeded", result.Errors.Single().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Theory]
    [InlineData("-MaxThrottleWait -1")]
    [InlineData("-MaxThrottleWait 86401")]
    [InlineData("-MaxThrottleWait 1.00:00:01")]
    [InlineData("-MaxThrottleWait soon")]
    [InlineData("-MaxThrottleWait 1e300")]
    [InlineData("-CopyDuration -1")]
    [InlineData("-CopyDuration 1.00:00:01")]
    [InlineData("-CopyDuration soon")]
    public void A_duration_that_makes_no_sense_is_refused(string duration)
    {
        var result = _shell.Run($"Connect-TccAccount -Simulated {duration}");

        Assert.Matches("^(ParameterArgument|CannotConvertArgument)", result.Errors.Single().FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_duration_is_not_changed_into_one_where_there_is_no_default(object? given) =>
        Assert.Null(new Validation.TccDurationTransformationAttribute().Transform(null!, given));

    [Fact]
    public void A_variable_without_a_value_is_no_duration_of_copies() =>
        Assert.Empty(_shell.Run("Connect-TccAccount -Simulated -CopyDuration $null").Errors);

    [Theory]
    [InlineData(300, "00:05:00")]
    [InlineData(2.5, "00:00:02.5")]
    [InlineData("300", "00:05:00")]
    [InlineData("00:05:00", "00:05:00")]
    [InlineData("", "00:00:07")]
    public void A_number_is_a_duration_in_seconds(object given, string read) => Assert.Equal(
        TimeSpan.Parse(read, System.Globalization.CultureInfo.InvariantCulture),
        new Validation.TccDurationTransformationAttribute { EmptySeconds = 7 }.Transform(null!, given));

    [Theory]
    [InlineData("{ \"settings\": { \"copyDuratoin\": 1 } }", "", "InvalidScenario", "(1): 'copyDuratoin'")]
    [InlineData("{ \"world\": \"Empty\", \"accounts\": [ { \"accountId\": \"100000000042\" } ] }", "-SimulatedAccount Recipient", "InvalidConnectionSetting", "Recipient")]
    public void A_scenario_that_cannot_be_used_ends_the_command(string json, string parameters, string id, string text)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);

        var error = Assert.Single(_shell.Run($"Connect-TccAccount -Simulated -SimulatedScenario '{file}' {parameters}").Errors);

        File.Delete(file);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(text, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Null(_shell.Context);
    }

    [Fact]
    public void A_scenario_starts_a_new_cloud_that_later_connections_share()
    {
        var rows = _shell.Run("""
            Connect-TccAccount -Simulated; Disconnect-TccAccount
            Connect-TccAccount -Simulated; Copy-TccCustomImage img-gweb2024 ap-nanjing | Out-Null
            Connect-TccAccount -Simulated -SimulatedScenario full-quota; @(Get-TccImage -Region ap-nanjing).Count
            Connect-TccAccount -Simulated; @(Get-TccImage -Region ap-shanghai).Count; Disconnect-TccAccount
            """);

        Assert.Empty(rows.Errors);
        Assert.Equal([0, 2], rows.All<int>());
    }

    [Fact]
    public void A_credential_creates_a_connection()
    {
        _shell.Set("credential", new PSCredential(SecretId, new NetworkCredential("", SecretKey).SecurePassword));

        _shell.Run("Connect-TccAccount -Credential $credential");

        Assert.Equal("AKID...2345", _shell.Context?.SecretId);
    }

    [Fact]
    public void Without_parameters_the_environment_is_used()
    {
        Environment.SetEnvironmentVariable(Variables[0], SecretId);
        Environment.SetEnvironmentVariable(Variables[1], SecretKey);
        Environment.SetEnvironmentVariable(Variables[2], "ap-tokyo");

        _shell.Run("Connect-TccAccount");

        Assert.Equal("environment variables", _shell.Context?.CredentialSource);
        Assert.Equal("ap-tokyo", _shell.Context?.Region);
    }

    [Theory]
    [InlineData("Connect-TccAccount", "ClientError.CredentialError")]
    [InlineData("Get-TccImage -Region ap-guangzhou", "NotConnected")]
    public void Without_any_credentials_the_error_says_what_to_do(string script, string id)
    {
        var error = Assert.Single(_shell.Run(script).Errors);

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-TccAccount", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_credentials_file_is_used_and_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"[default]\nsecret_id = {SecretId}\nsecret_key = {SecretKey}\n");
            Environment.SetEnvironmentVariable("TENCENTCLOUD_CREDENTIALS_FILE", file);

            var result = _shell.Run("Connect-TccAccount -Verbose");

            Assert.Equal($"file {file}", _shell.Context?.CredentialSource);
            Assert.Contains(result.Verbose, message => message.Contains(file, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Warnings_before_the_first_response_are_written_before_it()
    {
        // File permissions differ on Windows.
        if (OperatingSystem.IsWindows())
            return;

        var file = Path.GetTempFileName();
        using var port = new LocalPort();
        try
        {
            File.WriteAllText(file, $"[default]\nsecret_id = {SecretId}\nsecret_key = {SecretKey}\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Environment.SetEnvironmentVariable("TENCENTCLOUD_CREDENTIALS_FILE", file);
            using var shell = _shell.Create($"Connect-TccAccount -Endpoint {port.Address} -AssumeRoleArn {Role}");
            var warned = new TaskCompletionSource();
            shell.Streams.Warning.DataAdded += (_, _) => warned.TrySetResult();

            var running = shell.BeginInvoke();
            using var request = await port.TakeAsync();
            await warned.Task.OrHangAsync();

            Assert.Contains(file, Assert.Single(shell.Streams.Warning).Message, StringComparison.Ordinal);
            await Task.Run(shell.Stop).OrHangAsync();
            Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_missing_profile_is_an_error()
    {
        var error = Assert.Single(_shell.Run("Connect-TccAccount -ProfileName nobody").Errors);

        Assert.StartsWith("ClientError.CredentialError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'nobody'", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-TccAccount", ".tencentcloud", "credentials")]
    [InlineData("Get-TccImage -Region ap-guangzhou", ".tencentcloud", "credentials")]
    [InlineData("Connect-TccAccount -ProfileName prod", ".tccli", "prod.credential")]
    public async Task A_credentials_file_that_blocks_does_not_delay_stopping(string script, string folder, string file)
    {
        // On Windows no variable sets the user folder, and a file cannot be a pipe.
        if (OperatingSystem.IsWindows())
            return;

        var home = Directory.CreateTempSubdirectory("tcc-");
        try
        {
            Environment.SetEnvironmentVariable("HOME", home.FullName);
            var pipe = Path.Combine(home.CreateSubdirectory(folder).FullName, file);
            using (var mkfifo = Process.Start("mkfifo", pipe))
                await mkfifo.WaitForExitAsync();
            // Opens when a reader opens it, which then waits for data.
            var opened = Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            using var shell = _shell.Create(script);
            var running = shell.BeginInvoke();
            using var writer = await opened.OrHangAsync();

            await Task.Run(shell.Stop).OrHangAsync();

            Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public void Tab_completes_the_names_of_profiles()
    {
        // On Windows no variable sets the user folder.
        if (OperatingSystem.IsWindows())
            return;

        var home = Directory.CreateTempSubdirectory("tcc-");
        try
        {
            var profiles = home.CreateSubdirectory(".tccli");
            File.WriteAllText(Path.Combine(profiles.FullName, "prod.credential"), "{}");
            File.WriteAllText(Path.Combine(profiles.FullName, "test.credential"), "{}");
            Environment.SetEnvironmentVariable("HOME", home.FullName);

            Assert.Equal(["prod"], _shell.Complete("Connect-TccAccount -ProfileName p").Select(result => result.CompletionText));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_role_is_assumed_on_top_of_any_credentials()
    {
        _shell.Run($"Connect-TccAccount -Simulated -SimulatedAccount Recipient -AssumeRoleArn {Role} -DurationSeconds 900");

        // The recipient has no custom image: these belong to the owner.
        Assert.NotEmpty(_shell.Run("Get-TccImage").All<TccImage>());
        Assert.StartsWith($"role {Role}, assumed with", _shell.Context?.CredentialSource, StringComparison.Ordinal);
        Assert.Null(_shell.Context?.SecretId);
    }

    [Fact]
    public void A_role_that_cannot_be_assumed_ends_connecting_with_the_services_code()
    {
        var error = Assert.Single(_shell.Run($"Connect-TccAccount -Simulated -AssumeRoleArn {Role}s").Errors);

        Assert.StartsWith("ResourceNotFound.RoleNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"Cannot assume the role {Role}s", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", error.Advice(), StringComparison.Ordinal);
        Assert.NotNull(Assert.IsType<TccException>(error.Exception).RequestId);
        Assert.Null(_shell.Context);
    }

    [Theory]
    [InlineData("-DurationSeconds 900")]
    [InlineData("-RoleSessionName tests")]
    public void Settings_of_a_role_need_a_role(string parameters)
    {
        var error = Assert.Single(_shell.Run($"Connect-TccAccount -Simulated {parameters}").Errors);

        Assert.Contains("-AssumeRoleArn", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_pipeline_reads_from_one_account_and_writes_in_another()
    {
        _shell.Run("$owner = Connect-TccAccount -Simulated -PassThru; $recipient = Connect-TccAccount -Simulated -SimulatedAccount Recipient -PassThru");

        var copy = Assert.Single(_shell.Run(
            "Get-TccImage -ImageName golden-web* -Context $owner | Copy-TccSharedImage -Context $recipient").All<TccImageCopy>());

        Assert.Equal("img-gweb2024", copy.SourceImageId);
        Assert.Contains(copy.ImageId, _shell.Run("Get-TccImage -Context $recipient").All<TccImage>().Select(image => image.ImageId));
        Assert.DoesNotContain(copy.ImageId, _shell.Run("Get-TccImage -Context $owner").All<TccImage>().Select(image => image.ImageId));
    }

    [Fact]
    public void Half_a_credential_in_the_environment_is_an_error()
    {
        Environment.SetEnvironmentVariable(Variables[0], SecretId);

        var error = Assert.Single(_shell.Run("Connect-TccAccount").Errors);

        Assert.Contains("TENCENTCLOUD_SECRET_KEY", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://user:word@example.com")]
    public void An_unsafe_endpoint_is_refused_and_not_shown(string endpoint)
    {
        var error = Assert.Single(
            _shell.Run($"Connect-TccAccount -SecretId {SecretId} -SecretKey $key -Endpoint '{endpoint}'").Errors);

        Assert.DoesNotContain("example.com", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_without_a_region_is_an_error()
    {
        _shell.Run($"Connect-TccAccount -SecretId {SecretId} -SecretKey $key");

        var error = Assert.Single(_shell.Run("Get-TccImage").Errors);

        Assert.StartsWith("NoRegion,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runspaces_have_separate_connections()
    {
        using var other = new Shell();
        _shell.Run($"Connect-TccAccount -SecretId {SecretId} -SecretKey $key");

        Assert.Empty(other.Run("Get-TccContext").Output);
        Assert.Single(_shell.Run("Get-TccContext").All<TccContext>());
    }

    [Fact]
    public void Simulated_connections_share_one_cloud_until_it_is_forgotten()
    {
        _shell.Run("Connect-TccAccount -Simulated -SimulatedAccount Recipient");
        Assert.Single(_shell.Run("Get-TccImage -ImageType Shared").All<TccImage>());

        _shell.Run("Disconnect-TccAccount");
        Assert.Empty(_shell.Run("Get-TccContext").Output);
    }

    public void Dispose()
    {
        _shell.Dispose();
        foreach (var (variable, value) in Variables.Zip(_environment))
            Environment.SetEnvironmentVariable(variable, value);
    }
}
