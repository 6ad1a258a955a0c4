using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the instances that run a command. One that cannot run it refuses the whole request.</summary>
internal static class CommandTargets
{
    private const int MaxInstances = 200;

    public static IReadOnlyList<SimulatedInstance> Read(ActionContext context)
    {
        var ids = context.Parameters.Texts("InstanceIds").Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            throw new ServiceException("MissingParameter", "InstanceIds");
        if (ids.Count > MaxInstances)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "InstanceIds");
        CommandIds.CheckInstances(ids);
        if (ids.Select(id => id.Split('-')[0]).Distinct().Count() > 1)
            throw new ServiceException("InvalidParameterValue.InconsistentInstance", "InstanceIds");
        var own = context.State.Instances.Owned(context.Region, context.AccountId).ToDictionary(instance => instance.InstanceId);
        if (ids.Find(id => !own.ContainsKey(id)) is { } unknown)
            throw new ServiceException("ResourceNotFound.InstanceNotFound", unknown);
        var isForWindows = context.Parameters.Text("CommandType", "SHELL") != "SHELL";
        foreach (var instance in ids.Select(id => own[id]))
            Check(instance, isForWindows, context);
        return [.. ids.Select(id => own[id])];
    }

    private static void Check(SimulatedInstance instance, bool isForWindows, ActionContext context)
    {
        if (instance.State != InstanceStates.Running)
            throw new ServiceException("ResourceUnavailable.InstanceStateNotRunning", instance.InstanceId);
        if (!instance.HasAutomationAgent)
            throw new ServiceException("ResourceUnavailable.AgentNotInstalled", instance.InstanceId);
        if (AutomationAgent.Of(instance, context.State, context.Now)?.IsOnline != true)
            throw new ServiceException("ResourceUnavailable.AgentStatusNotOnline", instance.InstanceId);
        if (instance.IsWindows != isForWindows)
            throw new ServiceException("InvalidParameterValue.AgentUnsupportedCommandType", instance.InstanceId);
    }
}
