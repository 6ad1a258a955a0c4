using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the instances that a request changes.</summary>
internal static class InstanceTargets
{
    private const int MaxInstances = 100;

    // Source: the codes of StopInstances and TerminateInstances, by state.
    private static readonly Dictionary<string, string> StateNames = new(StringComparer.Ordinal)
    {
        [InstanceStates.Pending] = "Pending",
        [InstanceStates.LaunchFailed] = "LaunchFailed",
        [InstanceStates.Stopped] = "Stopped",
        [InstanceStates.Starting] = "Starting",
        [InstanceStates.Stopping] = "Stopping",
        [InstanceStates.Rebooting] = "Rebooting",
        [InstanceStates.Shutdown] = "Shutdown",
        [InstanceStates.Terminating] = "Terminating",
        [InstanceStates.Freezing] = "Freezing",
        [InstanceStates.EnterRescueMode] = "EnterRescueMode",
        [InstanceStates.RescueMode] = "RescueMode",
        [InstanceStates.ExitRescueMode] = "ExitRescueMode",
        [InstanceStates.EnterServiceLiveMigrate] = "EnterServiceLiveMigrate",
        [InstanceStates.ServiceLiveMigrate] = "ServiceLiveMigrate",
    };

    /// <summary>Returns the instances of the parameter <c>InstanceIds</c>, which must all be in one of these states.</summary>
    public static IReadOnlyList<SimulatedInstance> Read(ActionContext context, params string[] states)
    {
        var ids = context.Parameters.Texts("InstanceIds").Distinct().ToList();
        if (ids.Count == 0)
            throw new ServiceException("MissingParameter", "InstanceIds");
        if (ids.Count > MaxInstances)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "InstanceIds");
        if (ids.Find(id => !IdFormat.Fits("ins", id)) is { } malformed)
            throw new ServiceException("InvalidInstanceId.Malformed", malformed);
        var own = context.State.Instances.Owned(context.Region, context.AccountId).ToDictionary(instance => instance.InstanceId);
        if (ids.Find(id => !own.ContainsKey(id)) is { } unknown)
            throw new ServiceException("InvalidInstanceId.NotFound", unknown);
        List<SimulatedInstance> instances = [.. ids.Select(id => own[id])];
        return instances.Find(instance => !states.Contains(instance.State)) is { } other
            ? throw new ServiceException("UnsupportedOperation.InstanceState" + StateNames[other.State], other.InstanceId)
            : instances;
    }

    /// <summary>Starts a change of an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="context">The request.</param>
    /// <param name="operation">The action that <c>LatestOperation</c> shows.</param>
    /// <param name="state">The state during the change.</param>
    /// <param name="after">The state afterwards; null when the instance is gone.</param>
    /// <param name="duration">The duration.</param>
    public static SimulatedInstance Change(
        SimulatedInstance instance, ActionContext context, string operation, string state, string? after, TimeSpan duration)
    {
        context.State.Commands.Interrupt(instance.InstanceId, context.Now);
        return instance with
        {
            State = state,
            LatestOperation = operation,
            RequestId = context.RequestId,
            ChangeStarted = context.Now,
            ChangeEnds = context.Now + duration,
            StateAfterChange = after,
        };
    }
}
