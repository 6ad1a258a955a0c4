using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class RunInstancesLoginTests
{
    private const string Linux = SimulatedWorld.WebImageId;
    private const string Windows = SimulatedWorld.WindowsImageId;
    private const string PublicLinux = "img-487zeit5";
    private static readonly string Key = SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId);
    private readonly Simulation _simulation = new();

    private async Task<string?> CodeAsync(string image, object? login = null, string? hostName = null, int count = 1)
    {
        var response = await _simulation.CallAsync("RunInstances", new
        {
            ImageId = image,
            Placement = new { Zone = "ap-guangzhou-3" },
            InstanceType = "S5.SMALL2",
            InstanceCount = count,
            LoginSettings = login,
            HostName = hostName,
        });
        return response.Code;
    }

    [Theory]
    [InlineData(Linux, "abcdefg1", true)]
    [InlineData(Linux, "abcdefgh", false)]
    [InlineData(Linux, "abcdef1", false)]
    [InlineData(Linux, "abcdefghijklmnopqrstuvwxyz1234", true)]
    [InlineData(Linux, "abcdefghijklmnopqrstuvwxyz12345", false)]
    [InlineData(Linux, "abcdefg 1", false)]
    [InlineData(Linux, "pässword1", false)]
    [InlineData(Windows, "Abcdefghijk1", true)]
    [InlineData(Windows, "abcdefghijk1", false)]
    [InlineData(Windows, "abcdefghij-1", true)]
    [InlineData(Windows, "Abcdefghij1", false)]
    public async Task Passwords_are_complex_enough_for_their_system(string image, string password, bool fits) =>
        Assert.Equal(fits ? null : "InvalidParameterValue.InvalidPassword", await CodeAsync(image, new { Password = password }));

    [Fact]
    public async Task Key_pairs_are_for_linux()
    {
        Assert.Null(await CodeAsync(Linux, new { KeyIds = new[] { Key } }));
        Assert.Equal("UnsupportedOperation.KeyPairUnsupportedWindows", await CodeAsync(Windows, new { KeyIds = new[] { Key } }));
        Assert.Equal("InvalidParameterValue.KeyPairNotFound", await CodeAsync(Linux, new { KeyIds = new[] { "skey-00000000" } }));
        Assert.Equal("InvalidKeyPairId.Malformed", await CodeAsync(Linux, new { KeyIds = new[] { "mykey" } }));
    }

    [Fact]
    public async Task Passwords_keys_and_the_login_of_the_image_exclude_each_other()
    {
        Assert.Equal("InvalidParameterCombination", await CodeAsync(Linux, new { Password = "abcdefg1", KeyIds = new[] { Key } }));
        Assert.Equal("InvalidParameter.ParameterConflict", await CodeAsync(Linux, new { Password = "abcdefg1", KeepImageLogin = "true" }));
        Assert.Equal("InvalidParameter.ParameterConflict", await CodeAsync(Linux, new { KeyIds = new[] { Key }, KeepImageLogin = "TRUE" }));
        Assert.Null(await CodeAsync(Linux, new { Password = "abcdefg1", KeepImageLogin = "false" }));
    }

    [Fact]
    public async Task The_login_of_an_image_can_be_kept_unless_it_is_public()
    {
        Assert.Null(await CodeAsync(Windows, new { KeepImageLogin = "TRUE" }));
        Assert.True(Assert.Single(_simulation.Cloud.Instances()).KeepImageLogin);
        Assert.Equal("InvalidParameterCombination", await CodeAsync(PublicLinux, new { KeepImageLogin = "TRUE" }));
        Assert.Equal("InvalidParameterValue", await CodeAsync(Linux, new { KeepImageLogin = "perhaps" }));
    }

    [Theory]
    [InlineData(Linux, "web.example.com", true)]
    [InlineData(Linux, "w", false)]
    [InlineData(Linux, "-web", false)]
    [InlineData(Linux, "web-", false)]
    [InlineData(Linux, "web..example", false)]
    [InlineData(Linux, "web--1", false)]
    [InlineData(Linux, "web_1", false)]
    [InlineData(Linux, "web-{IP}", true)]
    [InlineData(Windows, "WEB-SERVER-0001", true)]
    [InlineData(Windows, "WEB-SERVER-00001", false)]
    [InlineData(Windows, "web.example", false)]
    [InlineData(Windows, "12345", false)]
    public async Task Host_names_fit_their_system(string image, string hostName, bool fits) =>
        Assert.Equal(fits ? null : "InvalidParameterValue.IllegalHostName", await CodeAsync(image, hostName: hostName));

    [Fact]
    public async Task The_number_counts_as_part_of_the_host_name() =>
        Assert.Equal("InvalidParameterValue.IllegalHostName", await CodeAsync(Windows, hostName: "WEB-SERVER-001", count: 10));
}
