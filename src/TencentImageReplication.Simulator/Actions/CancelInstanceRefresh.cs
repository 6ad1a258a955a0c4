using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Cancels a paused refresh whose batch is not in progress. Instances that failed stay in standby.</summary>
internal sealed class CancelInstanceRefresh : IApiAction
{
    public string Name => nameof(CancelInstanceRefresh);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var activity = RefreshTargets.Activity(context, known => known.IsPaused && !known.IsBusy);
        context.State.Refreshes.Cancel(activity, context.Now);
        return [];
    }
}
