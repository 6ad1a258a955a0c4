using System.Globalization;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class ActionTimerTests
{
    private readonly Simulation _simulation = new();

    private object Running(TimeSpan after, bool isProtected = false) => Running(
        (_simulation.Time.GetUtcNow() + after).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), isProtected: isProtected);

    private static object Running(string time, string action = "TerminateInstances", bool isProtected = false) => new
    {
        ImageId = SimulatedWorld.WebImageId,
        Placement = new { Zone = "ap-guangzhou-3" },
        DisableApiTermination = isProtected,
        EnhancedService = new { AutomationService = new { Enabled = true } },
        ActionTimer = new { TimerAction = action, ActionTime = time },
    };

    private async Task<string?> StateAsync() => (await _simulation.SucceedAsync("DescribeInstancesStatus")).Texts("InstanceStatusSet", "InstanceState").SingleOrDefault();

    [Fact]
    public async Task A_timer_deletes_an_instance_without_a_request()
    {
        await _simulation.SucceedAsync("RunInstances", Running(TimeSpan.FromMinutes(20)));

        _simulation.Time.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.Equal("RUNNING", await StateAsync());
        _simulation.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("TERMINATING", await StateAsync());
        _simulation.Time.Advance(_simulation.Options.TerminateDuration);
        Assert.Null(await StateAsync());
        Assert.Empty(_simulation.Cloud.Instances());
    }

    [Fact]
    public async Task A_timer_deletes_an_instance_that_is_stopped_but_not_one_that_is_protected()
    {
        var stopped = (await _simulation.SucceedAsync("RunInstances", Running(TimeSpan.FromMinutes(20)))).Texts("InstanceIdSet");
        var isProtected = (await _simulation.SucceedAsync("RunInstances", Running(TimeSpan.FromMinutes(20), isProtected: true))).Texts("InstanceIdSet");
        _simulation.Time.Advance(TimeSpan.FromMinutes(1));
        await _simulation.SucceedAsync("StopInstances", new { InstanceIds = stopped });

        _simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(isProtected, _simulation.Cloud.Instances().Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task A_command_does_not_survive_the_timer()
    {
        _simulation.Options.CommandDuration = TimeSpan.FromMinutes(5);
        var id = (await _simulation.SucceedAsync("RunInstances", Running(TimeSpan.FromMinutes(6)))).Texts("InstanceIdSet")[0];
        _simulation.Time.Advance(TimeSpan.FromMinutes(5));
        var invocation = (await _simulation.SucceedAsync("RunCommand", new { Content = "cHdk", InstanceIds = new[] { id }, Timeout = 600 })).Fields.GetProperty("InvocationId").GetString()!;

        _simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("TASK_TIMEOUT", (await _simulation.TaskAsync(invocation)).Status());
    }

    [Theory]
    [InlineData("2026-08-01T12:05:00Z", "TerminateInstances", "InvalidParameterValue")]
    [InlineData("2026-08-01T13:00:00Z", "StopInstances", "InvalidParameterValue")]
    [InlineData("2026-08-01T13:00:00+08:00", "TerminateInstances", "InvalidParameterValue.InvalidTimeFormat")]
    [InlineData("2026-08-01 13:00:00", "TerminateInstances", "InvalidParameterValue.InvalidTimeFormat")]
    [InlineData("", "TerminateInstances", "InvalidParameterValue.InvalidTimeFormat")]
    public async Task A_wrong_timer_is_refused(string time, string action, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("RunInstances", Running(time, action)));

    [Fact]
    public async Task A_timer_is_at_least_five_minutes_ahead() => await _simulation.SucceedAsync("RunInstances", Running("2026-08-01T12:05:01Z"));
}
