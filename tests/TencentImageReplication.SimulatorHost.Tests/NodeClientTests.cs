using Microsoft.Extensions.Time.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.SimulatorHost.Tests;

public class NodeClientTests
{
    [NodeFact]
    public async Task The_official_client_copies_waits_and_starts()
    {
        await NodeClient.InstallAsync();
        // The client signs with the current time. After that, every call takes a quarter of a second.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.25) };
        await using var running = await RunningServer.StartAsync(new HostSettings(), time);

        var result = await NodeClient.RunAsync("rehearse.js", running.Server);

        Assert.Equal("golden-web-2024", result.GetProperty("sourceName").GetString());
        Assert.Equal(["ap-shanghai", "ap-beijing"], result.GetProperty("destinations").EnumerateArray().Select(region => region.GetString()));
        Assert.Equal(["SYNCING", "NORMAL"], result.GetProperty("imageStates").EnumerateArray().Select(state => state.GetString()));
        Assert.Equal(["PENDING", "RUNNING"], result.GetProperty("instanceStates").EnumerateArray().Select(state => state.GetString()));
        Assert.Equal("节点 1", result.GetProperty("instanceName").GetString());

        var copy = running.Server.Cloud.FindImage(result.GetProperty("copyId").GetString()!)!;
        Assert.Equal((SimulatedWorld.WebImageId, "ap-shanghai", ImageStates.Normal), (copy.CopiedFrom, copy.Region, copy.State));
        var instance = Assert.Single(running.Server.Cloud.Instances(), instance => instance.InstanceName == "节点 1");
        Assert.Equal((result.GetProperty("instanceId").GetString(), copy.ImageId), (instance.InstanceId, instance.ImageId));

        var refused = result.GetProperty("wrongKey");
        Assert.Equal("AuthFailure.SignatureFailure", refused.GetProperty("code").GetString());
        Assert.Contains(running.Server.Cloud.Calls, call => call.RequestId == refused.GetProperty("requestId").GetString());
    }

    [NodeFact]
    public async Task The_official_client_rolls_an_image_out()
    {
        await NodeClient.InstallAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.25) };
        await using var running = await RunningServer.StartAsync(new HostSettings { Scenario = Scenario.Load("rollout") }, time);

        var result = await NodeClient.RunAsync("rollout.js", running.Server);

        Assert.Equal(("lt-shweb001", 2), (result.GetProperty("templateId").GetString(), result.GetProperty("number").GetInt32()));
        Assert.Equal(["新版本"], result.GetProperty("versions").EnumerateArray().Select(version => version.GetString()));
        Assert.Equal("img-sweb2023", result.GetProperty("configurationImage").GetString());
        Assert.Equal(["FAILED_PAUSE", "SUCCESSFUL", "SUCCESSFUL"], result.GetProperty("states").EnumerateArray().Select(state => state.GetString()));
        Assert.Equal("ResourceUnavailable.RefreshActivityStatusConflictWithOperation", result.GetProperty("refused").GetString());
        Assert.Equal(["IN_SERVICE", "IN_SERVICE", "IN_SERVICE", "IN_SERVICE"], result.GetProperty("lifeCycles").EnumerateArray().Select(state => state.GetString()));

        var cloud = running.Server.Cloud;
        Assert.Contains(cloud.LaunchTemplates(), template => template.LaunchTemplateId == result.GetProperty("createdId").GetString());
        var instance = Assert.Single(cloud.Instances(), instance => instance.InstanceId == result.GetProperty("instanceId").GetString());
        Assert.Equal(("img-sweb2023", "web", "S5.SMALL2"), (instance.ImageId, instance.InstanceName, instance.InstanceType));
    }
}
