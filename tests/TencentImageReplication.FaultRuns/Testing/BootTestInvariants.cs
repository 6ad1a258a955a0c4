using System.Text.Json;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>The promises of tests, whatever fails: no instance of anybody else is deleted, none is left, and no bad image passes.</summary>
internal sealed class BootTestInvariants(BootTestSchedule schedule, SimulatedCloud cloud)
{
    /// <summary>The text that the script of a good image writes.</summary>
    public const string Expected = "ready";

    private readonly Dictionary<string, int> _owners = [];

    /// <summary>The promises that were not kept.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The test instances that were created.</summary>
    public HashSet<(string Region, string InstanceId)> Created { get; } = [];

    /// <summary>The test instances that are not deleted or being deleted. One that could not be created is none.</summary>
    public IReadOnlyList<SimulatedInstance> Left =>
        [.. cloud.Instances().Where(IsTest).Where(instance => instance.State is not ("TERMINATING" or "LAUNCH_FAILED"))];

    /// <summary>Notes which process requests an instance.</summary>
    public void Note(int process, JsonElement request) => _owners[request.GetProperty("InstanceName").GetString()!] = process;

    /// <summary>Notes the instances that exist, and checks that each can end by itself.</summary>
    public void Remember()
    {
        foreach (var instance in cloud.Instances().Where(instance => _owners.ContainsKey(instance.InstanceName)))
        {
            if (Created.Add((instance.Region, instance.InstanceId)) && (!IsTest(instance) || instance.TerminatesAt is null || !instance.HasAutomationAgent))
                Violations.Add($"{instance.InstanceId} was created without tag, timer or agent");
        }
    }

    /// <summary>Checks a TerminateInstances request before the service carries it out.</summary>
    /// <param name="process">The process; null for the cleaner.</param>
    /// <param name="request">The request.</param>
    /// <param name="latest">The latest creation time of instances that the cleaner deletes.</param>
    public void CheckDeletion(int? process, JsonElement request, DateTimeOffset latest)
    {
        foreach (var id in request.GetProperty("InstanceIds").EnumerateArray().Select(element => element.GetString()!))
        {
            var instance = cloud.Instances().FirstOrDefault(instance => instance.InstanceId == id);
            if (instance is null)
                continue;
            if (!IsTest(instance))
                Violations.Add($"{id} is deleted, but it is no test instance");
            else if (process is null ? instance.CreatedTime > latest : !_owners.TryGetValue(instance.InstanceName, out var owner) || owner != process)
                Violations.Add($"{id} is deleted by {process?.ToString() ?? "the cleaner"}, but it is in use by another test");
        }
    }

    /// <summary>Checks the result of a test.</summary>
    public void CheckResult(BootTestResult result)
    {
        var course = schedule.Images.First(known => known.Image.ImageId == result.Request.ImageId).Course;
        var command = course.Commands[0];
        var isGood = course.Ending == LaunchEnding.Running && !course.AgentStaysSilent && command.ExitCode == 0 && command.Ending == CommandEnding.Exits
            && command.Output.Contains(Expected, StringComparison.Ordinal);
        if (result.Status == BootTestStatus.Passed && !isGood)
            Violations.Add($"{result.Request.ImageId} passed, although it is bad");
        if (schedule.IsCalm && isGood && course.AgentOnlineFor is null && result.Status != BootTestStatus.Passed)
            Violations.Add($"{result.Request.ImageId} is {result.Status} ({result.ErrorCode} {result.ErrorMessage}), although nothing failed");
    }

    private static bool IsTest(SimulatedInstance instance) => instance.Tags.Any(tag => tag.Key == "ImageReplicationTest" && tag.Value == "true");
}
