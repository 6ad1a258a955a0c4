using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Rolls back a paused refresh, or the latest one if it succeeded: a new activity restores the images of the instances.</summary>
internal sealed class RollbackInstanceRefresh : IApiAction
{
    private const string CanNotRollback = "ResourceUnavailable.RefreshActivityCanNotRollback";

    public string Name => nameof(RollbackInstanceRefresh);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        RefreshTargets.CheckRole(context);
        var mode = RefreshPlanRules.Mode(context.Parameters);
        var originId = context.Parameters.Text("OriginRefreshActivityId");
        var origin = RefreshTargets.Find(context, originId);
        var group = RefreshTargets.Group(context, origin);
        // Inferred: the action documents no code for an unknown activity.
        if (origin is null || origin.Mode != RefreshActivity.Reset || mode != RefreshActivity.Reset)
            throw new ServiceException(CanNotRollback, originId);
        if (origin.Type == RefreshActivity.Rollback)
            throw new ServiceException("ResourceUnavailable.RollbackTypeActivityCanNotRollbackAgain", originId);
        if (!origin.IsPaused && origin.Status != RefreshStatus.Successful)
            throw RefreshTargets.Refused(origin);
        if (!origin.IsPaused && origin != context.State.Refreshes.All.Last(activity => activity.GroupId == origin.GroupId && activity.Status == RefreshStatus.Successful))
            throw new ServiceException(CanNotRollback, originId);
        List<RefreshedInstance> instances = [.. new RefreshWork(context.State).ToRollBack(origin)];
        if (instances.Count == 0)
            throw new ServiceException("ResourceUnavailable.NoInstanceCanRollback", originId);
        if (instances.Find(instance => context.State.Images.Find(instance.RestoredImageId!, context.Region, context.AccountId) is null) is { } lost)
            throw new ServiceException("ResourceUnavailable.InquiryPriceResetInstanceFailed", lost.RestoredImageId);
        var plan = RefreshPlanRules.Read(context.Parameters, instances.Count, isRollback: true);
        return new JsonObject { ["RefreshActivityId"] = context.State.Refreshes.RollBack(group, origin, plan, instances, context.Now).Id };
    }
}
