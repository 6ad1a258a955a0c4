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
    public async Task The_official_client_tests_tags_and_deletes_an_instance()
    {
        await NodeClient.InstallAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.25) };
        await using var running = await RunningServer.StartAsync(new HostSettings(), time);
        running.Server.Cloud.Options.Launches = new InstanceLifeCycle
        {
            Commands = [new CommandResult { Contains = "nginx", Output = "inactive – 未运行\n", ExitCode = 3 }],
        };

        var result = await NodeClient.RunAsync("services.js", running.Server);

        IEnumerable<string?> States(string name) => result.GetProperty(name).EnumerateArray().Select(state => state.GetString());
        var (instanceId, calls) = (result.GetProperty("instanceId").GetString()!, running.Server.Cloud.CallCounts);
        Assert.Equal("qcs::cam:100000000001:uin/100000000001", result.GetProperty("identity").GetString());
        Assert.Equal("CAMRole", result.GetProperty("role").GetString());
        Assert.True(result.GetProperty("regions").GetInt32() > 20);
        Assert.Equal(["PENDING", "RUNNING"], States("startStates"));
        Assert.Equal("ResourceUnavailable.AgentStatusNotOnline", result.GetProperty("early").GetString());
        Assert.Equal(["none", "Online"], States("agentStates"));
        Assert.Equal(["PENDING", "RUNNING", "FAILED"], States("taskStates"));
        Assert.Equal((3, "inactive – 未运行\n"), (result.GetProperty("exitCode").GetInt32(), result.GetProperty("output").GetString()));
        Assert.Equal(0, result.GetProperty("failed").GetInt32());
        Assert.Equal([$"qcs::cvm:ap-guangzhou:uin/100000000001:instance/{instanceId}"], States("found"));
        Assert.Equal(["STOPPING", "STOPPED"], States("stopStates"));
        Assert.Equal(["TERMINATING", "gone"], States("endStates"));
        Assert.All(
            ["TagResources", "UnTagResources", "GetResources", "AssumeRole", "DescribeRegions", "DescribeInvocations", "DescribeInvocationTasks"],
            action => Assert.Contains(action, calls.Keys));
    }

    [NodeFact]
    public async Task The_official_client_publishes_an_image_to_a_launch_template_and_a_scaling_group()
    {
        await NodeClient.InstallAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.25) };
        await using var running = await RunningServer.StartAsync(new HostSettings { Scenario = Scenario.Load("rollout") }, time);

        var result = await NodeClient.RunAsync("rollout.js", running.Server);

        IEnumerable<string?> Texts(string name) => result.GetProperty(name).EnumerateArray().Select(text => text.GetString());
        Assert.Equal((2, 2), (result.GetProperty("number").GetInt32(), result.GetProperty("defaultVersion").GetInt32()));
        Assert.Equal([SimulatedWorld.WebImageId], Texts("images"));
        Assert.StartsWith("lt-", result.GetProperty("other").GetString(), StringComparison.Ordinal);
        Assert.Equal("AUTO_PAUSE", Texts("paused").Last());
        Assert.Equal(["RUNNING", "SUCCESSFUL"], Texts("refreshed"));
        Assert.Equal("SUCCESSFUL", Texts("rolledBack").Last());
        Assert.Equal("MANUAL_PAUSE", Texts("stopped").Last());
        Assert.Equal("CANCELLED", Texts("cancelled").Last());
        Assert.Equal(("ENABLED", SimulatedWorld.WebImageId, 4), (result.GetProperty("enabled").GetString(), result.GetProperty("configured").GetString(), result.GetProperty("instances").GetInt32()));
    }
}
