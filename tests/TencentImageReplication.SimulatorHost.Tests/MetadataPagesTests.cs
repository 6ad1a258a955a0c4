using System.Net;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost.Tests;

public sealed class MetadataPagesTests
{
    private const string Folder = "/latest/meta-data/cam/security-credentials/";

    [Fact]
    public async Task The_role_of_the_instance_and_its_credentials_are_returned()
    {
        await using var server = await RunningServer.StartAsync();

        using var folder = await server.GetAsync(Folder);
        var role = await folder.Content.ReadAsStringAsync();
        using var page = await server.GetAsync(Folder + role);
        using var key = JsonDocument.Parse(await page.Content.ReadAsStringAsync());

        Assert.Equal(SimulatedWorld.Role.Name, role);
        var secretId = key.RootElement.GetProperty("TmpSecretId").GetString();
        Assert.Contains(server.Server.Cloud.Accounts, account => account.SecretId == secretId && account.Token == key.RootElement.GetProperty("Token").GetString());
    }

    [Theory]
    [InlineData(Folder + "nobody")]
    [InlineData("/latest/meta-data/")]
    public async Task Other_pages_are_not_found(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var page = await server.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
