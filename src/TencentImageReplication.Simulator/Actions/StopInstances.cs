using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Stops running instances.</summary>
internal sealed class StopInstances : IApiAction
{
    private const string KeepCharging = "KEEP_CHARGING";
    private const string StopCharging = "STOP_CHARGING";
    private static readonly string[] StopTypes = ["SOFT", "SOFT_FIRST", "HARD"];

    public string Name => nameof(StopInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        if (parameters.Has("ForceStop") && parameters.Has("StopType"))
            throw new ServiceException("InvalidParameterCombination", "ForceStop, StopType");
        if (!StopTypes.Contains(parameters.Text("StopType", "SOFT")))
            throw new ServiceException("InvalidParameterValue", "StopType");
        var mode = parameters.Text("StoppedMode", KeepCharging);
        if (mode is not (KeepCharging or StopCharging))
            throw new ServiceException("InvalidParameterValue", "StoppedMode");
        var instances = InstanceTargets.Read(context, InstanceStates.Running);
        if (mode == StopCharging && instances.FirstOrDefault(instance => instance.ChargeType != ChargeTypes.Hourly) is { } other)
            throw new ServiceException("UnsupportedOperation.StoppedModeStopCharging", other.InstanceId);
        foreach (var instance in instances)
        {
            context.State.Instances.Update(instance.InstanceId, known => InstanceTargets.Change(
                known with { StopChargingMode = mode }, context, Name, InstanceStates.Stopping, InstanceStates.Stopped, context.Options.StopDuration));
        }
        return [];
    }
}
