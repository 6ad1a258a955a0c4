using TencentImageReplication.Core.Api.AutoScaling;

namespace TencentImageReplication.Core.Rollout;

/// <summary>Decides what a group with a refresh needs. Refreshes name no image, so they are matched by group and time.</summary>
/// <param name="Need">The need.</param>
/// <param name="Activity">The refresh that exists; null for none.</param>
internal sealed record RefreshPlan(RefreshNeed Need, RefreshActivity? Activity)
{
    /// <summary>Decides.</summary>
    /// <param name="activities">All refreshes of the group.</param>
    /// <param name="hasImage">True if the launch configuration has the image already.</param>
    /// <param name="changedAt">The time the launch configuration was changed last; null if it is not known.</param>
    /// <param name="instances">The number of instances to reinstall.</param>
    public static RefreshPlan Of(IReadOnlyList<RefreshActivity> activities, bool hasImage, DateTimeOffset? changedAt, long instances)
    {
        if (activities.FirstOrDefault(activity => activity.IsActive()) is { } active)
        {
            var isOurs = hasImage && active.IsNormal() && active.RefreshMode == RefreshStates.Reinstall && !(active.CreatedTime < changedAt);
            return new(isOurs ? RefreshNeed.Adopt : RefreshNeed.Blocked, active);
        }

        var latest = activities.OrderByDescending(activity => activity.CreatedTime).FirstOrDefault();
        var isDone = hasImage && latest?.HasSucceeded() == true && latest.IsNormal() && latest.CreatedTime >= changedAt;
        if (isDone)
            return new(RefreshNeed.Done, latest);
        return new(instances > 0 ? RefreshNeed.Start : RefreshNeed.Nothing, null);
    }
}
