using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// Deletes instances: those charged by the hour at once, prepaid ones at the second request. The first one moves them to the
/// recycle bin (<c>SHUTDOWN</c>, inferred).
/// </summary>
internal sealed class TerminateInstances : IApiAction
{
    public string Name => nameof(TerminateInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var instances = InstanceTargets.Read(context, InstanceStates.Running, InstanceStates.Stopped, InstanceStates.Shutdown);
        if (instances.FirstOrDefault(instance => instance.DisableApiTermination) is { } isProtected)
            throw new ServiceException("UnsupportedOperation.InstancesProtected", isProtected.InstanceId);
        if (instances.Select(IsPrepaid).Distinct().Count() > 1)
            throw new ServiceException("UnsupportedOperation.InstanceMixedPricingModel", "InstanceIds");
        foreach (var instance in instances)
        {
            var isKept = IsPrepaid(instance) && instance.State != InstanceStates.Shutdown;
            context.State.Instances.Update(instance.InstanceId, known => InstanceTargets.Change(
                known, context, Name, InstanceStates.Terminating, isKept ? InstanceStates.Shutdown : null, context.Options.TerminateDuration));
        }
        return [];
    }

    private static bool IsPrepaid(SimulatedInstance instance) => instance.ChargeType == ChargeTypes.Prepaid;
}
