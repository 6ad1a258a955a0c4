using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class InstanceRulesTests
{
    private const string Windows = "Windows";
    private const string Linux = "TencentOS";

    [Fact]
    public void Only_a_login_or_a_host_name_needs_the_image()
    {
        Assert.False(InstanceRules.NeedsImage(new RunInstancesRequest()));
        Assert.True(InstanceRules.NeedsImage(new RunInstancesRequest { LoginSettings = new LoginSettings() }));
        Assert.True(InstanceRules.NeedsImage(new RunInstancesRequest { HostName = "web" }));
    }

    [Theory]
    [InlineData(null, false, null, null)]
    [InlineData("Secret-12345", false, null, null)]
    [InlineData(null, true, null, null)]
    [InlineData(null, false, "true", null)]
    [InlineData("Secret-12345", false, "false", null)]
    [InlineData(null, true, "false", null)]
    [InlineData("Secret-12345", true, null, "LoginGivenTwice")]
    [InlineData("Secret-12345", false, "true", "LoginGivenTwice")]
    [InlineData(null, true, "true", "LoginGivenTwice")]
    public void Only_one_kind_of_login_is_allowed(string? password, bool hasKeys, string? keep, string? rule) =>
        Assert.Equal(rule, CheckLogin(Linux, Login(password, hasKeys, keep))?.Id);

    [Fact]
    public void An_empty_list_of_keys_is_no_login() =>
        Assert.Null(CheckLogin(Linux, new LoginSettings { Password = "Secret-12345", KeyIds = [] }));

    [Theory]
    [InlineData("windows")]
    [InlineData("Windows")]
    public void Windows_does_not_take_key_pairs(string platform)
    {
        var violation = CheckLogin(platform, Login(hasKeys: true))!;

        Assert.Equal("WindowsHasNoKeyPair", violation.Id);
        Assert.Contains("-Password", violation.Advice, StringComparison.Ordinal);
        Assert.StartsWith("img-6pmnl3ik ('golden')", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUBLIC_IMAGE", "true", "PublicImageHasNoLogin")]
    [InlineData("PUBLIC_IMAGE", "false", null)]
    [InlineData("PRIVATE_IMAGE", "true", null)]
    [InlineData("SHARED_IMAGE", "true", null)]
    public void A_public_image_has_no_login_to_keep(string type, string keep, string? rule) =>
        Assert.Equal(rule, CheckLogin(Linux, Login(keep: keep), type)?.Id);

    // Password, then whether Linux and Windows allow it.
    [Theory]
    [InlineData("abcdef1", false, false)]
    [InlineData("abcdefg1", true, false)]
    [InlineData("abcdefgh", false, false)]
    [InlineData("12345678", false, false)]
    [InlineData("ABCDEFG1", true, false)]
    [InlineData("ABCDEFG-", true, false)]
    [InlineData("abcdefGHIJ1", true, false)]
    [InlineData("abcdefGHIJ12", true, true)]
    [InlineData("abcdefghij12", true, false)]
    [InlineData("abcdefghi-12", true, true)]
    [InlineData("ABCDEFGHI-12", true, true)]
    [InlineData("abcdeFGHI--/", true, true)]
    [InlineData("azAZ09()`~!@#$%^&*-+=|{}[]:;',", true, true)]
    [InlineData("aZ09.?/aaaaa", true, true)]
    [InlineData("abcdefGHIJ1234567890123456789012", false, false)]
    [InlineData("abcdefGHIJ12345678901234567890", true, true)]
    [InlineData("abcdefGHIJ123456789012345678901", false, false)]
    [InlineData("abcdefGHIJ 12", false, false)]
    [InlineData("abcdefGHIJ_12", false, false)]
    [InlineData("abcdefGHIJ<12", false, false)]
    [InlineData("abcdefGHIJä12", false, false)]
    public void A_password_has_the_length_and_the_kinds_of_characters_that_the_system_requires(string password, bool linux, bool windows)
    {
        Assert.Equal(linux ? null : "PasswordNotAllowed", CheckLogin(Linux, Login(password))?.Id);
        Assert.Equal(windows ? null : "PasswordNotAllowed", CheckLogin(Windows, Login(password))?.Id);
    }

    [Theory]
    [InlineData(Linux, "8 to 30 characters of at least two kinds")]
    [InlineData(Windows, "12 to 30 characters of at least three kinds")]
    public void The_text_about_a_password_says_what_the_system_requires_and_not_the_password(string platform, string requirement)
    {
        var violation = CheckLogin(platform, Login("hunter2"))!;

        Assert.Contains(requirement, violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", violation.ToString(), StringComparison.Ordinal);
    }

    // Host name, then whether Linux and Windows allow it.
    [Theory]
    [InlineData("a", false, false)]
    [InlineData("ab", true, true)]
    [InlineData("web-01", true, true)]
    [InlineData("WEB-01", true, true)]
    [InlineData("web.example", true, false)]
    [InlineData("12345", true, false)]
    [InlineData("-web", false, false)]
    [InlineData("web-", false, false)]
    [InlineData(".web", false, false)]
    [InlineData("web.", false, false)]
    [InlineData("web--01", false, false)]
    [InlineData("web..01", false, false)]
    [InlineData("web_01", false, false)]
    [InlineData("web 01", false, false)]
    [InlineData("web-01\n", false, false)]
    [InlineData("", false, false)]
    [InlineData("abcdefghijklmno", true, true)]
    [InlineData("abcdefghijklmnop", true, false)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij", true, false)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk", false, false)]
    [InlineData("server_{R:1}", true, true)]
    public void A_host_name_has_the_form_that_the_system_requires(string hostName, bool linux, bool windows)
    {
        Assert.Equal(linux ? null : "HostNameNotAllowed", CheckHostName(Linux, hostName)?.Id);
        Assert.Equal(windows ? null : "HostNameNotAllowed", CheckHostName(Windows, hostName)?.Id);
    }

    [Theory]
    [InlineData(Linux, "2 to 60")]
    [InlineData(Windows, "2 to 15")]
    public void The_text_about_a_host_name_says_what_the_system_requires(string platform, string requirement)
    {
        var violation = CheckHostName(platform, "-")!;

        Assert.StartsWith("'-' is not a valid host name for img-6pmnl3ik ('golden')", violation.Message, StringComparison.Ordinal);
        Assert.Contains(requirement, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_with_nothing_to_check_passes() => Assert.Null(InstanceRules.Check(new RunInstancesRequest(), Image(Windows)));

    private static LoginSettings Login(string? password = null, bool hasKeys = false, string? keep = null) =>
        new() { Password = password, KeyIds = hasKeys ? ["skey-1"] : null, KeepImageLogin = keep };

    private static RuleViolation? CheckLogin(string platform, LoginSettings login, string type = "PRIVATE_IMAGE") =>
        InstanceRules.Check(new RunInstancesRequest { LoginSettings = login }, Image(platform, type));

    private static RuleViolation? CheckHostName(string platform, string hostName) =>
        InstanceRules.Check(new RunInstancesRequest { HostName = hostName }, Image(platform));

    private static Image Image(string platform, string type = "PRIVATE_IMAGE") =>
        new() { ImageId = "img-6pmnl3ik", ImageName = "golden", ImageType = type, Platform = platform };
}
