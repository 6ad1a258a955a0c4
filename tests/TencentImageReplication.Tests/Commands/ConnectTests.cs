using System.Management.Automation;
using System.Net;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class ConnectTests : IDisposable
{
    private const string SecretId = "AKIDabcdefghijklmnopqrstuvwxyz012345";
    private const string SecretKey = "verySecretKeyThatNobodyMaySee001";
    private const string Token = "verySecretTokenThatNobodyMaySee1";

    private readonly string?[] _environment = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly Shell _shell = new();

    private static readonly string[] Variables = ["TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_REGION"];

    public ConnectTests()
    {
        foreach (var variable in Variables)
            Environment.SetEnvironmentVariable(variable, null);
        _shell.Set("key", new NetworkCredential("", SecretKey).SecurePassword);
        _shell.Set("token", new NetworkCredential("", Token).SecurePassword);
    }

    [Fact]
    public void A_key_makes_a_connection_that_shows_no_secret()
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

    [Fact]
    public void A_credential_makes_a_connection()
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
        Assert.Contains("Connect-TccAccount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
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
    public void An_endpoint_that_is_not_safe_is_refused_without_repeating_it(string endpoint)
    {
        var error = Assert.Single(
            _shell.Run($"Connect-TccAccount -SecretId {SecretId} -SecretKey $key -Endpoint '{endpoint}'").Errors);

        Assert.DoesNotContain("example.com", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_without_region_says_so()
    {
        _shell.Run($"Connect-TccAccount -SecretId {SecretId} -SecretKey $key");

        var error = Assert.Single(_shell.Run("Get-TccImage").Errors);

        Assert.StartsWith("NoRegion,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runspaces_have_connections_of_their_own()
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
