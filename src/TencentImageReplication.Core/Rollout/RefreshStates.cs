using TencentImageReplication.Core.Api.AutoScaling;

namespace TencentImageReplication.Core.Rollout;

/// <summary>The states of refreshes. Source: RefreshActivity of Tencent's API metadata.</summary>
internal static class RefreshStates
{
    public const string Reinstall = "ROLLING_UPDATE_RESET";
    private const string Successful = "SUCCESSFUL";
    private const string Failed = "FAILED";
    private const string FailedPause = "FAILED_PAUSE";
    private const string Normal = "NORMAL";
    private const string Rollback = "ROLLBACK";
    private static readonly string[] Running = ["INIT", "RUNNING"];
    private static readonly string[] Paused = [FailedPause, "AUTO_PAUSE", "MANUAL_PAUSE"];

    public static bool IsRunning(this RefreshActivity activity) => Running.Contains(activity.Status);

    public static bool IsPaused(this RefreshActivity activity) => Paused.Contains(activity.Status);

    public static bool IsActive(this RefreshActivity activity) => activity.IsRunning() || activity.IsPaused();

    public static bool HasSucceeded(this RefreshActivity activity) => activity.Status == Successful;

    public static bool HasFailed(this RefreshActivity activity) => activity.Status == Failed;

    /// <summary>True if it is paused because instances failed.</summary>
    public static bool IsPausedByFailure(this RefreshActivity activity) => activity.Status == FailedPause;

    public static bool IsNormal(this RefreshActivity activity) => activity.ActivityType == Normal;

    public static bool IsRollbackOf(this RefreshActivity activity, string originId) =>
        activity.ActivityType == Rollback && activity.OriginRefreshActivityId == originId;

    /// <summary>True while instances of a batch are being reinstalled.</summary>
    public static bool HasRunningBatch(this RefreshActivity activity) => activity.RefreshBatchSet.Any(batch => Running.Contains(batch.RefreshBatchStatus));

    /// <summary>Returns the instances that it has reinstalled, or has tried to.</summary>
    public static IEnumerable<string> Touched(this RefreshActivity activity) => InstancesOf(activity)
        .Where(instance => instance.InstanceStatus is Successful or Failed or "RUNNING")
        .Select(instance => instance.InstanceId);

    /// <summary>Returns the instances that failed.</summary>
    public static IReadOnlyList<RefreshBatchRelatedInstance> FailedInstances(this RefreshActivity activity) =>
        [.. InstancesOf(activity).Where(instance => instance.InstanceStatus == Failed)];

    /// <summary>Returns the number of all instances, and of those that are done or no longer exist.</summary>
    public static (int Done, int Total) Count(this RefreshActivity activity)
    {
        var instances = InstancesOf(activity).ToList();
        return (instances.Count(instance => instance.InstanceStatus is Successful or "NOT_FOUND"), instances.Count);
    }

    /// <summary>Returns the share of instances that are done, in percent; null without instances.</summary>
    public static int? Percent(this RefreshActivity activity) => activity.Count() is (var done, > 0 and var total) ? 100 * done / total : null;

    private static IEnumerable<RefreshBatchRelatedInstance> InstancesOf(RefreshActivity activity) =>
        activity.RefreshBatchSet.SelectMany(batch => batch.RefreshBatchRelatedInstanceSet);
}
