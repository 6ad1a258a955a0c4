using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Credentials.Sources;

public sealed class CredentialsFileTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public void The_default_section_is_read_as_the_official_clients_read_it()
    {
        var path = _home.Write(".tencentcloud/credentials", """
            # comment
            [other]
            secret_id = no
            [Default]
            ; comment
            Secret_Id: AKID1
            secret_key =  key=1

            token = token1
            """);

        var credential = CredentialsFile.Read(path);

        Assert.Equal(("AKID1", "key=1", "token1"), (credential.SecretId, credential.SecretKey, credential.Token));
    }

    // Python's configparser and Go's ini.v1 read most of these; the rest have one possible meaning.
    [Theory]
    [InlineData("[default] # x\nsecret_id = AKID1\nsecret_key = key1")]
    [InlineData("[ default ];x\nsecret_id = AKID1 # mine\nsecret_key = key1 ; not yours")]
    [InlineData("[default]\nsecret_id = \"AKID1\"\nsecret_key = 'key1'")]
    [InlineData("[default]\nsecret_id=\"AKID1\" # mine\nsecret_key='key1';x")]
    [InlineData("[default]\rsecret_id = AKID1\rsecret_key = key1\r")]
    [InlineData("[default]\r\nsecret_id = AKID1\r\nsecret_key = key1\r\n")]
    [InlineData("[default]\nsecret_id = AKID1\nsecret_key = key1\ntoken = # none yet\n")]
    [InlineData("[default]\nsecret_id = AKID1\nsecret_key = key1\ntoken = \"\"\n")]
    [InlineData("\ufeff[default]\n\tsecret_id\t=\tAKID1\t# mine\nsecret_key:key1\n[other] # y\nsecret_key = no")]
    public void Comments_quotes_and_line_ends_are_not_part_of_a_key(string text)
    {
        var credential = CredentialsFile.Read(_home.Write(".tencentcloud/credentials", text));

        Assert.Equal(("AKID1", "key1", null), (credential.SecretId, credential.SecretKey, credential.Token));
    }

    [Fact]
    public void A_mark_inside_a_value_is_no_comment()
    {
        var credential = CredentialsFile.Read(_home.Write(".tencentcloud/credentials", "[default]\nsecret_id = AKID#1\nsecret_key = \"a;b\""));

        Assert.Equal(("AKID#1", "a;b"), (credential.SecretId, credential.SecretKey));
    }

    [Fact]
    public void The_file_that_is_named_comes_first_then_the_users_then_that_of_the_system()
    {
        Assert.Null(CredentialsFile.Find(_home.Locations));
        var system = _home.Write("etc/credentials", "");
        Assert.Equal(system, CredentialsFile.Find(_home.Locations));
        var own = _home.Write(".tencentcloud/credentials", "");
        Assert.Equal(own, CredentialsFile.Find(_home.Locations));
        var named = _home.Write("elsewhere", "");
        _home.Set("TENCENTCLOUD_CREDENTIALS_FILE", named);
        Assert.Equal(named, CredentialsFile.Find(_home.Locations));
    }

    [Fact]
    public void A_file_that_is_named_and_not_there_is_an_error()
    {
        _home.Write(".tencentcloud/credentials", "[default]\nsecret_id=a\nsecret_key=b");
        _home.Set("TENCENTCLOUD_CREDENTIALS_FILE", Path.Combine(_home.Folder, "missing"));

        var error = Assert.Throws<CredentialException>(() => CredentialsFile.Find(_home.Locations));

        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("TENCENTCLOUD_CREDENTIALS_FILE", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "secret_id and secret_key")]
    [InlineData("[default]\nsecret_id = hushhush", "secret_id and secret_key")]
    [InlineData("[other]\nsecret_id = hushhush\nsecret_key = hushhush", "secret_id and secret_key")]
    [InlineData("[default]\nhushhush", "line 2")]
    [InlineData("[default] hushhush\nsecret_id = a", "line 1")]
    [InlineData("[default]\nsecret_id = \"hushhush", "line 2")]
    [InlineData("[default]\nsecret_id = 'hush'hush", "line 2")]
    [InlineData("[default]\nsecret_id = hushhush\nsecret_key = hush hush", "spaces")]
    public void A_broken_file_is_named_and_not_quoted(string text, string problem)
    {
        var path = _home.Write(".tencentcloud/credentials", text);

        var error = Assert.Throws<CredentialException>(() => CredentialsFile.Read(path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_such_file_is_not_read_whole()
    {
        var path = _home.Write(".tencentcloud/credentials", new string('x', 2 * 1024 * 1024));

        Assert.Contains("too large", Assert.Throws<CredentialException>(() => CredentialsFile.Read(path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
