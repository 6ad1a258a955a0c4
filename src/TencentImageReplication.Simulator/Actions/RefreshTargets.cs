using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the scaling group and the refresh activity that a request names.</summary>
internal static class RefreshTargets
{
    private const string Conflict = "ResourceUnavailable.RefreshActivityStatusConflictWithOperation";

    public static void CheckRole(ActionContext context)
    {
        if (!context.Account.AutoScalingRoleGranted)
            throw new ServiceException("UnauthorizedOperation.AutoScalingRoleUnauthorized");
    }

    /// <summary>Finds a group that can start to refresh or to roll back.</summary>
    /// <param name="context">The request.</param>
    /// <param name="except">The activity that may be paused, that of a rollback; null for none.</param>
    public static SimulatedScalingGroup Group(ActionContext context, RefreshActivity? except = null)
    {
        var id = context.Parameters.Text("AutoScalingGroupId");
        var group = ScalingTargets.Groups(context).FirstOrDefault(known => known.AutoScalingGroupId == id)
            ?? throw new ServiceException("ResourceNotFound.AutoScalingGroupIdNotFound", id);
        if (group.Status != ScalingGroupStates.Normal)
            throw new ServiceException("ResourceUnavailable.AutoScalingGroupAbnormalStatus", $"{id}, {group.Status}");
        if (context.State.Refreshes.OpenOf(id) is { } open && open != except)
            throw new ServiceException("ResourceUnavailable.AutoScalingGroupInRefreshActivity", $"{id}, {open.Id}");
        return group.IsInActivity ? throw new ServiceException("ResourceUnavailable.AutoScalingGroupInActivity", id) : group;
    }

    /// <summary>Finds the activity of a group of the account; null when there is none.</summary>
    public static RefreshActivity? Find(ActionContext context, string activityId)
    {
        var groupId = context.Parameters.Text("AutoScalingGroupId");
        return ScalingTargets.Groups(context).Any(group => group.AutoScalingGroupId == groupId)
            ? context.State.Refreshes.All.FirstOrDefault(activity => activity.Id == activityId && activity.GroupId == groupId)
            : null;
    }

    /// <summary>Finds the activity that a request changes, which must be in a state that allows this.</summary>
    public static RefreshActivity Activity(ActionContext context, Func<RefreshActivity, bool> allows)
    {
        CheckRole(context);
        var id = context.Parameters.Text("RefreshActivityId");
        var activity = Find(context, id) ?? throw new ServiceException("ResourceNotFound.RefreshActivityNotFound", id);
        return allows(activity) ? activity : throw Refused(activity);
    }

    public static ServiceException Refused(RefreshActivity activity) => new(Conflict, $"{activity.Id}, {activity.Status}");
}
