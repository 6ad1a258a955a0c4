using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Core.Tests.Credentials.Sources;

public sealed class EnvironmentCredentialSourceTests
{
    [Theory]
    [InlineData("TENCENTCLOUD_TOKEN")]
    [InlineData("TENCENTCLOUD_SESSION_TOKEN")]
    [InlineData("TENCENTCLOUD_SECURITY_TOKEN")]
    public async Task A_key_and_a_token_under_any_of_its_names_are_read(string tokenName)
    {
        var environment = Environment(("TENCENTCLOUD_SECRET_ID", " id\n"), ("TENCENTCLOUD_SECRET_KEY", "key"), (tokenName, "token"));

        Assert.True(EnvironmentCredentialSource.TryCreate(environment, out var source));
        var credential = await source.GetAsync(NullLogger.Instance, default);

        Assert.Equal("id", credential.SecretId);
        Assert.Equal("key", credential.SecretKey);
        Assert.Equal("token", credential.Token);
        Assert.Null(credential.ExpiresAt);
    }

    [Fact]
    public async Task A_key_without_a_token_is_a_permanent_one()
    {
        var source = new EnvironmentCredentialSource(
            Environment(("TENCENTCLOUD_SECRET_ID", "id"), ("TENCENTCLOUD_SECRET_KEY", "key"), ("TENCENTCLOUD_TOKEN", " ")));

        Assert.Null((await source.GetAsync(NullLogger.Instance, default)).Token);
    }

    [Theory]
    [InlineData("TENCENTCLOUD_SECRET_ID")]
    [InlineData("TENCENTCLOUD_SECRET_KEY")]
    [InlineData("TENCENTCLOUD_TOKEN")]
    public async Task A_credential_is_the_same_one_until_a_variable_changes(string changed)
    {
        var values = new Dictionary<string, string> { ["TENCENTCLOUD_SECRET_ID"] = "id", ["TENCENTCLOUD_SECRET_KEY"] = "key" };
        var source = new EnvironmentCredentialSource(values.GetValueOrDefault);
        var before = await source.GetAsync(NullLogger.Instance, default);

        Assert.Same(before, await source.GetAsync(NullLogger.Instance, default));

        values[changed] = "another";
        var after = await source.GetAsync(NullLogger.Instance, default);
        Assert.Contains("another", new[] { after.SecretId, after.SecretKey, after.Token });
    }

    [Fact]
    public async Task Without_either_there_is_no_source()
    {
        Assert.False(EnvironmentCredentialSource.TryCreate(Environment(("TENCENTCLOUD_TOKEN", "token")), out var source));
        Assert.Null(source);
        await Assert.ThrowsAsync<CredentialException>(
            async () => await new EnvironmentCredentialSource(Environment()).GetAsync(NullLogger.Instance, default));
    }

    [Theory]
    [InlineData("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY is not")]
    [InlineData("TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_SECRET_ID is not")]
    public void One_of_the_two_is_an_error_that_names_the_other(string present, string missing)
    {
        var exception = Assert.Throws<CredentialException>(
            () => EnvironmentCredentialSource.TryCreate(Environment((present, "hunter2"), (missing[..missing.IndexOf(' ', StringComparison.Ordinal)], "")), out _));

        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_cannot_be_one_is_refused_without_being_shown()
    {
        var exception = Assert.Throws<CredentialException>(() => EnvironmentCredentialSource.TryCreate(
            Environment(("TENCENTCLOUD_SECRET_ID", "id"), ("TENCENTCLOUD_SECRET_KEY", "hunter2 hunter2")), out _));

        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.Where(v => v.Name == name).Select(v => v.Value).FirstOrDefault();
}
