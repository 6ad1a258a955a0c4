using System.Net;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost.Tests;

public class SimulatorServerTests
{
    [Fact]
    public async Task It_responds_in_the_envelope_with_status_200()
    {
        await using var running = await RunningServer.StartAsync();

        using var response = await running.CallAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("Response").GetProperty("Error");
        Assert.Equal("MissingParameter", error.GetProperty("Code").GetString());
    }

    [Fact]
    public async Task The_state_can_be_read_and_has_no_secrets()
    {
        await using var running = await RunningServer.StartAsync();
        using (await running.CallAsync())
        {
        }

        var state = await running.StateAsync();

        Assert.Equal(["owner", "partner"], state.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("name").GetString()));
        Assert.Equal(4, state.GetProperty("images").GetArrayLength());
        Assert.Equal(3, state.GetProperty("instances").GetArrayLength());
        Assert.Equal(1, state.GetProperty("callCounts").GetProperty("DescribeRegions").GetInt32());
        Assert.Equal("MissingParameter", state.GetProperty("calls")[0].GetProperty("outcome").GetString());
        Assert.DoesNotContain(SimulatedWorld.Owner.SecretKey, state.GetRawText(), StringComparison.Ordinal);
        using var refused = await running.PostStateAsync();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Fact]
    public async Task The_state_has_launch_templates_and_scaling_groups()
    {
        await using var running = await RunningServer.StartAsync(new HostSettings { Scenario = Scenario.Load("rollout") });

        var state = await running.StateAsync();

        var template = state.GetProperty("launchTemplates")[0];
        Assert.Equal(("lt-gzweb001", "img-gweb2023"), (template.GetProperty("launchTemplateId").GetString(), template.GetProperty("versions")[0].GetProperty("imageId").GetString()));
        Assert.Equal("img-sweb2023", state.GetProperty("launchConfigurations")[1].GetProperty("imageId").GetString());
        Assert.All(state.GetProperty("autoScalingGroups").EnumerateArray(), group => Assert.Equal(4, group.GetProperty("instances").GetArrayLength()));
    }

    [Fact]
    public async Task The_info_file_has_the_actual_port_the_keys_and_the_images()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(directory.FullName, "sim.json");
            await File.WriteAllTextAsync(path, "of another day");
            await using var running = await RunningServer.StartAsync(new HostSettings { InfoFile = path });

            var info = JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;

            Assert.Equal($"http://127.0.0.1:{running.Server.Endpoint.Port}", info.GetProperty("endpoint").GetString());
            Assert.False(info.TryGetProperty("certificate", out _));
            var owner = info.GetProperty("accounts")[0];
            Assert.Equal(
                (SimulatedWorld.Owner.AccountId, SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey),
                (owner.GetProperty("accountId").GetString(), owner.GetProperty("secretId").GetString(), owner.GetProperty("secretKey").GetString()));
            Assert.Equal(4, owner.GetProperty("images").GetArrayLength());
            var shared = Assert.Single(info.GetProperty("accounts")[1].GetProperty("images").EnumerateArray());
            Assert.Equal(["imageId", "imageName", "region", "imageType"], shared.EnumerateObject().Select(field => field.Name));
            Assert.Equal("SHARED_IMAGE", shared.GetProperty("imageType").GetString());
            Assert.Equal([path], Directory.GetFiles(directory.FullName));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_banner_shows_the_images_and_the_commands_to_connect()
    {
        var settings = new HostSettings { CopyDuration = TimeSpan.FromSeconds(5) };
        await using var running = await RunningServer.StartAsync(settings);

        var banner = Banner.Text(running.Server, settings);
        Assert.Contains($"tccli cvm DescribeImages --endpoint {running.Server.Endpoint.OriginalString.TrimEnd('/')}", banner, StringComparison.Ordinal);

        Assert.Contains("golden-web-2024", banner, StringComparison.Ordinal);
        Assert.Contains("A copy takes 00:00:05", banner, StringComparison.Ordinal);
        Assert.Contains(
            $"Connect-TccAccount -SecretId {SimulatedWorld.Owner.SecretId} -SecretKey (ConvertTo-SecureString '{SimulatedWorld.Owner.SecretKey}' -AsPlainText -Force) "
            + $"-Endpoint http://127.0.0.1:{running.Server.Endpoint.Port} -Region ap-guangzhou",
            banner, StringComparison.Ordinal);
        Assert.Contains($"TENCENTCLOUD_SECRET_ID={SimulatedWorld.Owner.SecretId}", banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_an_error()
    {
        await using var running = await RunningServer.StartAsync();

        await Assert.ThrowsAsync<IOException>(() =>
            SimulatorServer.StartAsync(new HostSettings { Urls = running.Server.Endpoint.OriginalString }, TimeProvider.System));
    }

    [Fact]
    public void Settings_reach_the_cloud()
    {
        var cloud = new HostSettings { CopyDuration = TimeSpan.FromSeconds(5), EnforceRateLimits = false, CrossBorder = true, Seed = 7 }.CreateCloud(TimeProvider.System);

        Assert.Equal((TimeSpan.FromSeconds(5), false, 7, 7), (cloud.Options.CopyDuration, cloud.Options.EnforceRateLimits, cloud.Options.Seed, cloud.Faults.Seed));
        Assert.All(cloud.Accounts, account => Assert.True(account.CrossBorderEnabled));
    }
}
