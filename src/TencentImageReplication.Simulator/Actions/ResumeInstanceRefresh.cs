using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Resumes a paused refresh: it retries the instances of the batch that failed, or skips them.</summary>
internal sealed class ResumeInstanceRefresh : IApiAction
{
    private const string Retry = "RETRY";

    public string Name => nameof(ResumeInstanceRefresh);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var mode = context.Parameters.Text("ResumeMode", Retry);
        if (mode is not (Retry or "CONTINUE"))
            throw new ServiceException("InvalidParameterValue", "ResumeMode");
        var activity = RefreshTargets.Activity(context, known => known.IsPaused);
        context.State.Refreshes.Resume(activity, mode == Retry, context.Now);
        return [];
    }
}
