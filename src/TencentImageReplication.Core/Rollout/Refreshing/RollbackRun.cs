using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Rollout.Refreshing;

/// <summary>Rolls a refresh back: pauses it if it runs, waits for its batch, starts the rollback and follows it.</summary>
/// <param name="client">Auto scaling.</param>
/// <param name="requests">Sends the requests.</param>
/// <param name="follower">Follows refreshes.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RollbackRun(AutoScalingClient client, RefreshRequests requests, RefreshFollower follower, TimeProvider timeProvider)
{
    /// <summary>Returns the rollback that the service has started itself; null if there is none.</summary>
    public async Task<RefreshActivity?> FindAutomaticAsync(string region, string groupId, string originId, CancellationToken cancellationToken)
    {
        for (var backoff = LostResponses.SearchBackoff; backoff.Pause < backoff.Max; backoff = backoff.Next)
        {
            if ((await requests.ListAsync(region, groupId, cancellationToken)).Find(activity => activity.IsRollbackOf(originId)) is { } found)
                return found;
            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }

        return null;
    }

    /// <summary>Rolls a refresh back, and follows the rollback to its end.</summary>
    /// <param name="row">The row of the group, with the refresh.</param>
    /// <param name="group">The group.</param>
    /// <param name="origin">The refresh.</param>
    /// <param name="rollback">The rollback that exists; null for none.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The rollback; the refresh itself if it ended before it could be rolled back.</returns>
    public async Task<RefreshActivity?> RunAsync(
        Publication row, AutoScalingGroup group, RefreshActivity origin, RefreshActivity? rollback, CancellationToken cancellationToken)
    {
        var (region, groupId) = (row.Region, group.AutoScalingGroupId);
        var rollbackId = rollback?.RefreshActivityId;
        if (rollbackId is null)
        {
            var paused = await PauseAsync(row, groupId, origin, cancellationToken);
            if (paused is null || !(paused.IsPaused() || paused.HasSucceeded()))
                return paused;
            var instances = await CountAsync(region, groupId, paused, cancellationToken);
            // Only what the service accepts.
            var timeout = paused.RefreshSettings?.CheckInstanceTargetHealthTimeout
                is >= RefreshOptions.MinHealthCheckSeconds and <= RefreshOptions.MaxHealthCheckSeconds and var seconds
                ? TimeSpan.FromSeconds(seconds)
                : new RefreshOptions().HealthCheckTimeout;
            var request = RefreshRequest.RollBack(group, paused.RefreshActivityId, instances, timeout);
            (rollbackId, _) = await requests.RollBackAsync(region, request, cancellationToken);
        }
        else if (rollback!.IsPaused())
        {
            await requests.ResumeAsync(region, groupId, rollbackId, skipFailed: false, cancellationToken);
        }

        return await follower.FollowAsync(region, row.TargetName, rollbackId, RefreshFollower.IsAtRest, cancellationToken);
    }

    private async Task<RefreshActivity?> PauseAsync(Publication row, string groupId, RefreshActivity origin, CancellationToken cancellationToken)
    {
        var now = origin;
        if (now.Status == "INIT")
            now = await follower.FollowAsync(row.Region, row.TargetName, origin.RefreshActivityId, activity => activity.Status != "INIT", cancellationToken);
        if (now?.IsRunning() == true)
            await requests.StopAsync(row.Region, groupId, origin.RefreshActivityId, cancellationToken);
        return await follower.FollowAsync(row.Region, row.TargetName, origin.RefreshActivityId, RefreshFollower.IsAtRest, cancellationToken);
    }

    // The number of batches is at most that of the instances that the service restores: those that still exist.
    private async Task<long> CountAsync(string region, string groupId, RefreshActivity activity, CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var instance in client.ListGroupInstancesAsync(region, groupId, cancellationToken))
            present.Add(instance.InstanceId);
        return activity.Touched().Count(present.Contains);
    }
}
