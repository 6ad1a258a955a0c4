using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rollout.Refreshing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Publishing;

/// <summary>Publishes an image in a launch configuration, and reinstalls the instances of its group if this is requested.</summary>
/// <param name="client">Auto scaling.</param>
/// <param name="options">The options.</param>
/// <param name="requests">Sends the requests about refreshes.</param>
/// <param name="follower">Follows refreshes.</param>
/// <param name="rollbacks">Finds and follows rollbacks.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class GroupPublisher(
    AutoScalingClient client,
    RolloutOptions options,
    RefreshRequests requests,
    RefreshFollower follower,
    RollbackRun rollbacks,
    TimeProvider timeProvider,
    ILogger logger)
{
    /// <summary>Publishes the image.</summary>
    public async Task<Publication> PublishAsync(RolloutTarget target, CancellationToken cancellationToken)
    {
        var row = await SetImageAsync(target, cancellationToken);
        if (target.Refresh is not { Need: RefreshNeed.Start or RefreshNeed.Adopt } plan)
            return row with { CompletedAt = row.CompletedAt ?? timeProvider.GetUtcNow() };
        try
        {
            row = plan.Need == RefreshNeed.Adopt ? await AdoptAsync(target, row, cancellationToken) : await StartAsync(target, row, cancellationToken);
            var ended = await follower.FollowAsync(row.Region, row.TargetName, row.RefreshActivityId!, RefreshFollower.IsAtRest, cancellationToken);
            return ended?.HasFailed() == true
                ? await AfterFailureAsync(target, row, ended, cancellationToken)
                : RefreshResult.After(row, ended, PublicationStatus.Published, timeProvider.GetUtcNow());
        }
        catch (TencentCloudException exception)
        {
            // The image is set already, and a refresh may be active.
            var status = row.RefreshActivityId is null ? PublicationStatus.Failed : PublicationStatus.InProgress;
            return row with { Status = status, Error = exception, RequestId = exception.RequestId ?? row.RequestId };
        }
    }

    private async Task<Publication> SetImageAsync(RolloutTarget target, CancellationToken cancellationToken)
    {
        var (row, id) = (target.Row, target.Configuration!.LaunchConfigurationId);
        LaunchConfiguration? now = null;
        await foreach (var configuration in client.ListLaunchConfigurationsAsync(row.Region, [id], cancellationToken))
            now = configuration;
        // Another group of this rollout may have the same configuration.
        if (now?.ImageId == row.ImageId)
            return row with { Status = PublicationStatus.Published, PublishedAt = row.PublishedAt ?? (target.HasImage ? null : timeProvider.GetUtcNow()) };
        if (now?.ImageId != target.Configuration.ImageId || now?.ImageFamily != target.Configuration.ImageFamily)
            throw new RuleViolationException(RolloutRules.ChangedMeanwhile(id, row.Region, $"{now?.ImageId} {now?.ImageFamily}"));
        var response = await client.SetImageAsync(row.Region, id, row.ImageId, cancellationToken);
        return row with { Status = PublicationStatus.Published, PublishedAt = timeProvider.GetUtcNow(), RequestId = response.RequestId };
    }

    private async Task<Publication> StartAsync(RolloutTarget target, Publication row, CancellationToken cancellationToken)
    {
        var (activityId, requestId) = await requests.StartAsync(row.Region, RefreshRequest.Start(target.Group!, options.Refresh!), cancellationToken);
        return row with { RefreshActivityId = activityId, RequestId = requestId ?? row.RequestId, IsGroupDisabled = true };
    }

    private async Task<Publication> AdoptAsync(RolloutTarget target, Publication row, CancellationToken cancellationToken)
    {
        var activity = target.Refresh!.Activity!;
        RolloutLog.Adopting(logger, row.TargetId, activity.RefreshActivityId);
        if (target.Resumes && activity.IsPaused())
            await requests.ResumeAsync(row.Region, row.TargetId, activity.RefreshActivityId, options.SkipFailed, cancellationToken);
        return row with { RefreshActivityId = activity.RefreshActivityId };
    }

    private async Task<Publication> AfterFailureAsync(RolloutTarget target, Publication row, RefreshActivity ended, CancellationToken cancellationToken)
    {
        var rollback = await rollbacks.FindAutomaticAsync(row.Region, row.TargetId, ended.RefreshActivityId, cancellationToken);
        if (rollback is null)
            return RefreshResult.After(row, ended, PublicationStatus.Published, timeProvider.GetUtcNow());
        var restored = await rollbacks.RunAsync(row, target.Group!, ended, rollback, cancellationToken);
        row = RefreshResult.After(row, restored, PublicationStatus.RolledBack, timeProvider.GetUtcNow());
        if (row.Status != PublicationStatus.RolledBack)
            return row;
        // Otherwise new instances would start from the image that failed. Other groups may need it.
        if (row.PreviousImageId is { Length: > 0 } previous && target.Configuration!.AutoScalingGroupAbstractSet.Count <= 1)
            await client.SetImageAsync(row.Region, target.Configuration.LaunchConfigurationId, previous, cancellationToken);
        return RefreshResult.Failed(
            row, PublicationStatus.RolledBack, RolloutRules.RefreshRolledBack(row.TargetName, ended.RefreshActivityId, row.Region));
    }
}
