using System.Text.Json;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>The instances of tests: each can end by itself, and a test deletes only its own.</summary>
internal sealed class TestMachines(SimulatedCloud cloud, List<string> violations)
{
    private readonly Dictionary<string, int> _owners = [];

    /// <summary>The test instances that were created.</summary>
    public HashSet<(string Region, string InstanceId)> Created { get; } = [];

    /// <summary>The test instances that are not deleted or being deleted. One that could not be created is none.</summary>
    public IReadOnlyList<SimulatedInstance> Left =>
        [.. cloud.Instances().Where(IsTest).Where(instance => instance.State is not ("TERMINATING" or "LAUNCH_FAILED"))];

    /// <summary>Checks if an instance is one of a test.</summary>
    public static bool IsTest(SimulatedInstance instance) => instance.Tags.Any(tag => tag.Key == "ImageReplicationTest" && tag.Value == "true");

    /// <summary>Notes which process requests an instance.</summary>
    public void Note(int process, JsonElement request) => _owners[request.GetProperty("InstanceName").GetString()!] = process;

    /// <summary>Notes the instances that exist, and checks that each can end by itself.</summary>
    public void Remember()
    {
        foreach (var instance in cloud.Instances().Where(instance => _owners.ContainsKey(instance.InstanceName)))
        {
            if (Created.Add((instance.Region, instance.InstanceId)) && (!IsTest(instance) || instance.TerminatesAt is null || !instance.HasAutomationAgent))
                violations.Add($"{instance.InstanceId} was created without tag, timer or agent");
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
                violations.Add($"{id} is deleted, but it is no test instance");
            else if (process is null ? instance.CreatedTime > latest : !_owners.TryGetValue(instance.InstanceName, out var owner) || owner != process)
                violations.Add($"{id} is deleted by {process?.ToString() ?? "the cleaner"}, but it is in use by another test");
        }
    }

    /// <summary>Checks that no instance is left.</summary>
    public void CheckNoneLeft()
    {
        foreach (var left in Left)
            violations.Add($"{left.InstanceId} is left: {left.State}, created {left.CreatedTime:O}, timer {left.TerminatesAt:O}");
    }
}
