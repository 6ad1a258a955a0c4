using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Credentials.Chain;

public sealed class CredentialChainTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public async Task The_first_place_that_has_credentials_counts_and_no_other_adds_to_it()
    {
        Assert.Null(await FindAsync());

        _home.Write(".tccli/default.credential", """{"secretId": "AKIDprofile", "secretKey": "k", "token": "tokenOfProfile"}""");
        Assert.Equal(("AKIDprofile", "tokenOfProfile"), await KeyAsync());

        _home.Write("etc/credentials", "[default]\nsecret_id=AKIDsystem\nsecret_key=k");
        Assert.Equal(("AKIDsystem", null), await KeyAsync());

        _home.Write(".tencentcloud/credentials", "[default]\nsecret_id=AKIDuser\nsecret_key=k\ntoken=tokenOfUser");
        Assert.Equal(("AKIDuser", "tokenOfUser"), await KeyAsync());

        _home.Set("TENCENTCLOUD_CREDENTIALS_FILE", _home.Write("named", "[default]\nsecret_id=AKIDnamed\nsecret_key=k"));
        Assert.Equal(("AKIDnamed", null), await KeyAsync());

        _home.Set("TENCENTCLOUD_SECRET_ID", "AKIDenvironment");
        _home.Set("TENCENTCLOUD_SECRET_KEY", "k");
        Assert.Equal(("AKIDenvironment", null), await KeyAsync());
        Assert.Equal("environment variables", (await FindAsync())!.Source.Description);
    }

    [Fact]
    public async Task A_profile_brings_its_region_its_endpoint_and_its_role()
    {
        _home.Write(".tccli/prod.credential", """{"secretId": "AKIDprod", "secretKey": "k", "role-arn": "qcs::cam::uin/1:roleName/r"}""");
        _home.Write(".tccli/prod.configure", """{"_sys_param": {"region": "ap-beijing"}, "cvm": {"endpoint": "cvm.internal.tencentcloudapi.com"}}""");
        _home.Set("TCCLI_PROFILE", "prod");

        var found = (await FindAsync())!;

        Assert.Equal("profile 'prod' of tccli", found.Source.Description);
        Assert.Equal(("ap-beijing", "cvm.internal.tencentcloudapi.com"), (found.Region, found.Endpoint));
        Assert.Equal("qcs::cam::uin/1:roleName/r", found.Role?.Arn);
    }

    [Fact]
    public async Task A_profile_that_is_named_and_not_there_is_an_error_that_names_those_there_are()
    {
        _home.Write(".tccli/prod.credential", "{}");
        _home.Set("TCCLI_PROFILE", "test");

        var error = await Assert.ThrowsAsync<CredentialException>(FindAsync);

        Assert.Contains("'test'. Existing profiles: prod", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_profile_without_a_key_is_passed_over_and_one_that_is_named_is_not()
    {
        _home.Write(".tccli/default.credential", "{}");
        Assert.Null(await FindAsync());

        _home.Set("TCCLI_PROFILE", "default");
        await Assert.ThrowsAsync<CredentialException>(FindAsync);
    }

    [Fact]
    public async Task A_broken_file_is_not_passed_over()
    {
        _home.Write(".tccli/default.credential", """{"secretId": "AKIDprofile", "secretKey": "k"}""");
        _home.Write(".tencentcloud/credentials", "nonsense");

        await Assert.ThrowsAsync<CredentialException>(FindAsync);
    }

    [Fact]
    public async Task A_role_in_the_environment_goes_with_the_key_there_and_needs_both_variables()
    {
        _home.Set("TENCENTCLOUD_ROLE_ARN", "qcs::cam::uin/1:roleName/r");
        _home.Write(".tencentcloud/credentials", "[default]\nsecret_id=AKIDuser\nsecret_key=k");
        Assert.Null((await FindAsync())!.Role);

        _home.Set("TENCENTCLOUD_SECRET_ID", "AKIDenvironment");
        _home.Set("TENCENTCLOUD_SECRET_KEY", "k");
        var error = await Assert.ThrowsAsync<CredentialException>(FindAsync);
        Assert.Contains("TENCENTCLOUD_ROLE_SESSION_NAME is not", error.Message, StringComparison.Ordinal);

        _home.Set("TENCENTCLOUD_ROLE_SESSION_NAME", "me");
        Assert.Equal("me", (await FindAsync())!.Role?.SessionName);
    }

    [Theory]
    [InlineData("http://metadata.example")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("nonsense")]
    public async Task The_metadata_service_is_moved_nowhere_but_to_this_machine(string address)
    {
        _home.Set("TCC_METADATA_ENDPOINT", address);

        var error = await Assert.ThrowsAsync<CredentialException>(() => Chain.FindCvmRoleAsync(null, default));

        Assert.Contains("TCC_METADATA_ENDPOINT", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_warned_of_once_in_a_process()
    {
        // Windows has other rights: those are tested with FilePrivacy.
        if (OperatingSystem.IsWindows())
            return;

        var path = _home.Write(".tencentcloud/credentials", "[default]\nsecret_id=AKIDuser\nsecret_key=k");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var caches = new ConnectionCaches(TimeProvider.System);
        var log = new LogRecorder();

        await new CredentialChain(_home.Locations, caches, log).FindAsync(default);
        await new CredentialChain(_home.Locations, caches, log).FindAsync(default);
        Assert.Contains(path, Assert.Single(log.Entries), StringComparison.Ordinal);

        await new CredentialChain(_home.Locations, new ConnectionCaches(TimeProvider.System), log).FindAsync(default);
        Assert.Equal(2, log.Entries.Count);
    }

    public void Dispose() => _home.Dispose();

    private CredentialChain Chain => new(_home.Locations, new ConnectionCaches(TimeProvider.System), NullLogger.Instance);

    private Task<FoundCredentials?> FindAsync() => Chain.FindAsync(default);

    private async Task<(string SecretId, string? Token)> KeyAsync()
    {
        var credential = await (await FindAsync())!.Source.GetAsync(NullLogger.Instance, default);
        return (credential.SecretId, credential.Token);
    }
}
