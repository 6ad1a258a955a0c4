using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Pauses a refresh: the batch in progress is refreshed to the end, and the next one does not begin.</summary>
internal sealed class StopInstanceRefresh : IApiAction
{
    public string Name => nameof(StopInstanceRefresh);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var activity = RefreshTargets.Activity(
            context, known => known.Status == RefreshStatus.Running && known.Phase != RefreshPhase.ScalingIn);
        activity.Status = RefreshStatus.ManualPause;
        return [];
    }
}
