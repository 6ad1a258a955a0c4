using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Refreshing;

/// <summary>Follows a refresh until it ends or pauses, and reports its progress.</summary>
/// <param name="client">Auto scaling.</param>
/// <param name="report">Receives the progress; null for nobody.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RefreshFollower(AutoScalingClient client, Action<RefreshReport>? report, TimeProvider timeProvider)
{
    // A refresh takes long, and the network may fail for some minutes meanwhile.
    private const int MaxFailures = 20;

    private static readonly Backoff Polling = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    /// <summary>Follows a refresh.</summary>
    /// <param name="region">The region.</param>
    /// <param name="groupName">The name of the group, for the progress.</param>
    /// <param name="activityId">The refresh.</param>
    /// <param name="isOver">Returns true when the wait is over.</param>
    /// <param name="cancellationToken">Cancels the wait, and not the refresh.</param>
    /// <returns>The refresh; null if the service no longer lists it.</returns>
    /// <exception cref="TencentCloudException">Its state could not be read for long.</exception>
    public async Task<RefreshActivity?> FollowAsync(
        string region, string groupName, string activityId, Func<RefreshActivity, bool> isOver, CancellationToken cancellationToken)
    {
        var failures = 0;
        for (var backoff = Polling; ; backoff = backoff.Next)
        {
            try
            {
                var now = await client.FindActivityAsync(region, activityId, cancellationToken);
                failures = 0;
                if (now is not null)
                    Report(region, groupName, now, isOver(now));
                if (now is null || isOver(now))
                    return now;
            }
            catch (TencentCloudException) when (++failures < MaxFailures)
            {
                // The next poll may succeed.
                backoff = Polling with { Pause = Polling.Max };
            }

            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }

    /// <summary>Returns true when a refresh has ended, or is paused with no batch in progress.</summary>
    public static bool IsAtRest(RefreshActivity activity) => !activity.IsRunning() && !(activity.IsPaused() && activity.HasRunningBatch());

    private void Report(string region, string groupName, RefreshActivity activity, bool hasEnded)
    {
        var (done, total) = activity.Count();
        report?.Invoke(new RefreshReport(
            region, groupName, !activity.IsNormal(), done, total, activity.CurrentRefreshBatchNum ?? 0, activity.RefreshBatchSet.Count, hasEnded));
    }
}
