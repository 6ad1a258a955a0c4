using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class InstanceLifeCycleTests
{
    private readonly Simulation _simulation = new();

    private async Task<string[]> RunAsync(int count = 1, string chargeType = "POSTPAID_BY_HOUR", bool isProtected = false)
    {
        var response = await _simulation.SucceedAsync("RunInstances", new
        {
            ImageId = SimulatedWorld.WebImageId,
            Placement = new { Zone = "ap-guangzhou-3" },
            InstanceCount = count,
            InstanceChargeType = chargeType,
            InstanceChargePrepaid = new { Period = 1 },
            DisableApiTermination = isProtected,
        });
        _simulation.Time.Advance(TimeSpan.FromMinutes(1));
        return [.. response.Texts("InstanceIdSet")];
    }

    private async Task<string?> StateAsync(string id) =>
        (await _simulation.SucceedAsync("DescribeInstancesStatus", new { InstanceIds = new[] { id } })).Texts("InstanceStatusSet", "InstanceState").SingleOrDefault();

    [Fact]
    public async Task An_instance_stops_in_some_seconds()
    {
        var ids = await RunAsync();

        await _simulation.SucceedAsync("StopInstances", new { InstanceIds = ids, StopType = "HARD", StoppedMode = "STOP_CHARGING" });

        Assert.Equal("STOPPING", await StateAsync(ids[0]));
        var instance = (await _simulation.SucceedAsync("DescribeInstances", new { InstanceIds = ids })).List("InstanceSet")[0];
        Assert.Equal("StopInstances", instance.GetProperty("LatestOperation").GetString());
        Assert.Equal("OPERATING", instance.GetProperty("LatestOperationState").GetString());
        Assert.Equal("STOP_CHARGING", instance.GetProperty("StopChargingMode").GetString());
        Assert.Equal("UnsupportedOperation.InstanceStateStopping", await _simulation.FailAsync("TerminateInstances", new { InstanceIds = ids }));
        _simulation.Time.Advance(_simulation.Options.StopDuration);
        Assert.Equal("STOPPED", await StateAsync(ids[0]));
        Assert.Equal("UnsupportedOperation.InstanceStateStopped", await _simulation.FailAsync("StopInstances", new { InstanceIds = ids }));
    }

    [Fact]
    public async Task An_instance_charged_by_the_hour_is_gone_after_some_seconds()
    {
        var ids = await RunAsync(2);

        await _simulation.SucceedAsync("TerminateInstances", new { InstanceIds = new[] { ids[0] } });

        Assert.Equal("TERMINATING", await StateAsync(ids[0]));
        Assert.Equal("UnsupportedOperation.InstanceStateTerminating", await _simulation.FailAsync("TerminateInstances", new { InstanceIds = ids }));
        _simulation.Time.Advance(_simulation.Options.TerminateDuration);
        Assert.Null(await StateAsync(ids[0]));
        Assert.Equal("RUNNING", await StateAsync(ids[1]));
    }

    [Fact]
    public async Task A_prepaid_instance_is_deleted_by_the_second_request()
    {
        var ids = await RunAsync(chargeType: "PREPAID");
        Assert.Equal("UnsupportedOperation.StoppedModeStopCharging", await _simulation.FailAsync("StopInstances", new { InstanceIds = ids, StoppedMode = "STOP_CHARGING" }));

        await _simulation.SucceedAsync("TerminateInstances", new { InstanceIds = ids });
        _simulation.Time.Advance(_simulation.Options.TerminateDuration);
        Assert.Equal("SHUTDOWN", await StateAsync(ids[0]));
        Assert.Equal("UnsupportedOperation.InstanceStateShutdown", await _simulation.FailAsync("StopInstances", new { InstanceIds = ids }));
        await _simulation.SucceedAsync("TerminateInstances", new { InstanceIds = ids });
        _simulation.Time.Advance(_simulation.Options.TerminateDuration);
        Assert.Null(await StateAsync(ids[0]));
    }

    [Fact]
    public async Task What_cannot_be_deleted_together_is_refused_as_a_whole()
    {
        var hourly = await RunAsync();
        var prepaid = await RunAsync(chargeType: "PREPAID");
        var isProtected = await RunAsync(isProtected: true);

        Assert.Equal("UnsupportedOperation.InstanceMixedPricingModel", await _simulation.FailAsync("TerminateInstances", new { InstanceIds = hourly.Concat(prepaid) }));
        Assert.Equal("UnsupportedOperation.InstancesProtected", await _simulation.FailAsync("TerminateInstances", new { InstanceIds = hourly.Concat(isProtected) }));
        Assert.Equal("RUNNING", await StateAsync(hourly[0]));
    }

    [Theory]
    [InlineData(InstanceStates.Pending, "Pending")]
    [InlineData(InstanceStates.Starting, "Starting")]
    [InlineData(InstanceStates.Rebooting, "Rebooting")]
    [InlineData(InstanceStates.LaunchFailed, "LaunchFailed")]
    public async Task A_state_that_does_not_allow_it_has_a_code(string state, string name)
    {
        var ids = await RunAsync();
        _simulation.Cloud.UpdateInstance(ids[0], instance => instance with { State = state, StartEnds = DateTimeOffset.MaxValue });

        Assert.Equal("UnsupportedOperation.InstanceState" + name, await _simulation.FailAsync("TerminateInstances", new { InstanceIds = ids }));
    }

    [Theory]
    [InlineData("StopInstances", """{ "InstanceIds": [] }""", "MissingParameter")]
    [InlineData("StopInstances", """{ "InstanceIds": [ "web" ] }""", "InvalidInstanceId.Malformed")]
    [InlineData("StopInstances", """{ "InstanceIds": [ "ins-00000000" ] }""", "InvalidInstanceId.NotFound")]
    [InlineData("StopInstances", """{ "InstanceIds": [ "ins-00000000" ], "StopType": "SOFT", "ForceStop": true }""", "InvalidParameterCombination")]
    [InlineData("StopInstances", """{ "InstanceIds": [ "ins-00000000" ], "StopType": "NOW" }""", "InvalidParameterValue")]
    [InlineData("StopInstances", """{ "InstanceIds": [ "ins-00000000" ], "StoppedMode": "FREE" }""", "InvalidParameterValue")]
    [InlineData("TerminateInstances", """{ "InstanceIds": [ "ins-00000000" ] }""", "InvalidInstanceId.NotFound")]
    [InlineData("DescribeInstancesStatus", """{ "InstanceIds": [ "web" ] }""", "InvalidInstanceId.Malformed")]
    [InlineData("DescribeInstancesStatus", """{ "Limit": 101 }""", "InvalidParameterValue.LimitExceeded")]
    public async Task A_wrong_request_is_refused(string action, string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync(action, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("StopInstances")]
    [InlineData("TerminateInstances")]
    [InlineData("DescribeInstancesStatus")]
    public async Task A_request_has_at_most_100_instances(string action) => Assert.Equal(
        "InvalidParameterValue.LimitExceeded",
        await _simulation.FailAsync(action, new { InstanceIds = Enumerable.Range(0, 101).Select(number => $"ins-{number:00000000}") }));
}
