using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Credentials.Sources;

public sealed class TccliProfileTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public void Key_role_region_and_endpoint_are_read()
    {
        _home.Write(".tccli/prod.credential", """
            {"secretId": "AKID1", "secretKey": "key1", "token": "token1", "expiresAt": 1795536000, "type": "oauth",
             "role-arn": "qcs::cam::uin/1:roleName/r", "role-session-name": "me"}
            """);
        _home.Write(".tccli/prod.configure", """{"_sys_param": {"region": "ap-beijing", "output": "json"}, "cvm": {"endpoint": "cvm.tencentcloudapi.com"}}""");

        var profile = TccliProfile.Read(_home.Locations, "prod")!;

        Assert.Equal(("AKID1", "key1", "token1"), (profile.Credential!.SecretId, profile.Credential.SecretKey, profile.Credential.Token));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795536000), profile.Credential.ExpiresAt);
        Assert.Equal(("qcs::cam::uin/1:roleName/r", "me"), (profile.RoleArn, profile.RoleSessionName));
        Assert.Equal(("ap-beijing", "cvm.tencentcloudapi.com"), (profile.Region, profile.Endpoint));
    }

    [Fact]
    public void A_profile_without_a_key_file_is_none_and_without_settings_is_one()
    {
        _home.Write(".tccli/only.configure", "{}");
        _home.Write(".tccli/bare.credential", """{"secretId": "AKID1", "secretKey": "key1", "token": null}""");

        Assert.Null(TccliProfile.Read(_home.Locations, "only"));
        var bare = TccliProfile.Read(_home.Locations, "bare")!;
        Assert.Null(bare.Credential!.Token);
        Assert.Null(bare.Credential.ExpiresAt);
        Assert.Null(bare.Region);
        Assert.Equal(["bare"], TccliProfile.Names(_home.Locations));
    }

    [Theory]
    [InlineData("""{"secretId": "hushhush"}""", "both secretId and secretKey")]
    [InlineData("""{"secretId": "hushhush", "secretKey": "hush hush"}""", "spaces")]
    [InlineData("""{"secretId": "hushhush", "secretKey": "hushhush", "expiresAt": "tomorrow hush"}""", "Unix seconds")]
    [InlineData("{\n\"secretId\": hushhush", "line 2")]
    [InlineData("[\"hushhush\"]", "JSON object")]
    public void A_broken_profile_is_named_and_not_quoted(string text, string problem)
    {
        var path = _home.Write(".tccli/prod.credential", text);

        var error = Assert.Throws<CredentialException>(() => TccliProfile.Read(_home.Locations, "prod"));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../prod")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    public void A_name_stays_in_the_folder(string name) =>
        Assert.Throws<ArgumentException>(() => TccliProfile.Read(_home.Locations, name));

    [Fact]
    public void Without_a_home_nothing_is_read_from_the_current_folder()
    {
        var locations = _home.Locations with { Home = "" };

        Assert.Null(TccliProfile.Read(locations, "default"));
        Assert.Empty(TccliProfile.Names(locations));
    }

    [Fact]
    public async Task A_key_that_has_ended_is_read_again_and_then_refused()
    {
        var clock = new VirtualClock();
        _home.Write(".tccli/sso.credential", Temporary("old", VirtualClock.Start.AddMinutes(10)));
        var source = new TccliCredentialSource(_home.Locations, TccliProfile.Read(_home.Locations, "sso")!, clock);
        Assert.Equal("old", (await source.GetAsync(NullLogger.Instance, default)).SecretId);

        clock.Advance(TimeSpan.FromMinutes(10));
        var error = await Assert.ThrowsAsync<CredentialException>(() => source.GetAsync(NullLogger.Instance, default).AsTask());
        Assert.Contains("tccli auth login --profile sso", error.Message, StringComparison.Ordinal);

        _home.Write(".tccli/sso.credential", Temporary("new", VirtualClock.Start.AddHours(2)));
        Assert.Equal("new", (await source.GetAsync(NullLogger.Instance, default)).SecretId);
    }

    public void Dispose() => _home.Dispose();

    private static string Temporary(string id, DateTimeOffset end) =>
        $$"""{"secretId": "{{id}}", "secretKey": "key", "token": "token", "expiresAt": {{end.ToUnixTimeSeconds()}} }""";
}
