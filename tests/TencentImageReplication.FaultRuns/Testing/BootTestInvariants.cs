using TencentImageReplication.Core.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>The promises of tests, whatever fails: no instance of anybody else is deleted, none is left, and no bad image passes.</summary>
internal sealed class BootTestInvariants
{
    /// <summary>The text that the script of a good image writes.</summary>
    public const string Expected = "ready";

    private readonly BootTestSchedule _schedule;

    public BootTestInvariants(BootTestSchedule schedule, SimulatedCloud cloud)
    {
        _schedule = schedule;
        Machines = new TestMachines(cloud, Violations);
    }

    /// <summary>The promises that were not kept.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The test instances.</summary>
    public TestMachines Machines { get; }

    /// <summary>Checks if an image passes by right: its instances start, and its script succeeds.</summary>
    public static bool IsGood(InstanceLifeCycle course) =>
        course.Ending == LaunchEnding.Running && !course.AgentStaysSilent
        && course.Commands[0] is { ExitCode: 0, Ending: CommandEnding.Exits } command
        && command.Output.Contains(Expected, StringComparison.Ordinal);

    /// <summary>Checks the result of a test.</summary>
    public void CheckResult(BootTestResult result)
    {
        var course = _schedule.Images.First(known => known.Image.ImageId == result.Request.ImageId).Course;
        var isGood = IsGood(course);
        if (result.Status == BootTestStatus.Passed && !isGood)
            Violations.Add($"{result.Request.ImageId} passed, although it is bad");
        if (_schedule.IsCalm && isGood && course.AgentOnlineFor is null && result.Status != BootTestStatus.Passed)
            Violations.Add($"{result.Request.ImageId} is {result.Status} ({result.ErrorCode} {result.ErrorMessage}), although nothing failed");
    }
}
