using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Joins the instances of scaling groups with those of CVM.</summary>
internal static class GroupInstances
{
    /// <summary>The state of a member that is in service.</summary>
    public const string InService = "IN_SERVICE";

    /// <summary>Returns the members of a group that still exist.</summary>
    public static IEnumerable<(SimulatedGroupInstance Member, SimulatedInstance Instance)> Of(SimulatedScalingGroup group, CloudState state)
    {
        var instances = state.Instances.Owned(group.Region, group.AccountId).ToDictionary(instance => instance.InstanceId);
        return group.Instances.Where(member => instances.ContainsKey(member.InstanceId)).Select(member => (member, instances[member.InstanceId]));
    }

    /// <summary>Returns the state of a member in its group.</summary>
    public static string LifeCycleState(SimulatedGroupInstance member, SimulatedInstance instance) => member.LifeCycleState ?? instance.State switch
    {
        InstanceStates.Pending => "CREATING",
        InstanceStates.LaunchFailed => "CREATION_FAILED",
        InstanceStates.Terminating => "TERMINATING",
        InstanceStates.Starting => "STARTING",
        InstanceStates.Stopping => "STOPPING",
        InstanceStates.Stopped or InstanceStates.Shutdown => "STOPPED",
        _ => InService,
    };
}
