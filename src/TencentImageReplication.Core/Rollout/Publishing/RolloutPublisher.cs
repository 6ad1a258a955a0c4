using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rollout.Refreshing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Publishing;

/// <summary>
/// Publishes images in their targets: looks at all targets, asks for confirmation, and then changes one after the other, region after
/// region. It keeps no state: a run that was killed is continued by the next one, from what is there.
/// </summary>
public sealed class RolloutPublisher
{
    private readonly RolloutOptions _options;
    private readonly RolloutLook _look;
    private readonly TemplatePublisher _templates;
    private readonly GroupPublisher _groups;

    /// <param name="client">The service.</param>
    /// <param name="autoScaling">Auto scaling.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    public RolloutPublisher(CvmClient client, AutoScalingClient autoScaling, RolloutOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _options = options;
        _look = new RolloutLook(client, autoScaling, options.Refresh is not null);
        var poll = new ReadPoll(timeProvider, logger);
        var requests = new RefreshRequests(autoScaling, poll);
        var follower = new RefreshFollower(autoScaling, options.Report, timeProvider);
        var rollbacks = new RollbackRun(autoScaling, requests, follower, timeProvider);
        _templates = new TemplatePublisher(client, options, poll, timeProvider, logger);
        _groups = new GroupPublisher(autoScaling, options, requests, follower, rollbacks, timeProvider, logger);
    }

    /// <summary>Publishes images.</summary>
    /// <param name="requests">The images with their targets, in the order of the regions.</param>
    /// <param name="accountId">The account, for the rows; null if it is not known.</param>
    /// <param name="cancellationToken">Cancels the work. What was requested continues at Tencent Cloud.</param>
    public async Task RunAsync(IReadOnlyList<PublicationRequest> requests, string? accountId, CancellationToken cancellationToken)
    {
        var targets = await LookAsync(requests, accountId, cancellationToken);
        if (!_options.AllowPartial && !targets.AreReady)
            Refuse(targets);
        else
            await PublishAsync(targets, await ConfirmAsync(targets), stopped: null, cancellationToken);
    }

    /// <summary>Looks at all targets. Nothing changes.</summary>
    internal Task<RolloutTargets> LookAsync(IReadOnlyList<PublicationRequest> requests, string? accountId, CancellationToken cancellationToken) =>
        _look.ReadAsync(requests, accountId, cancellationToken);

    /// <summary>Emits the rows of targets that stay as they are, because one of them or another one is not ready.</summary>
    internal void Refuse(RolloutTargets targets)
    {
        var reason = Localized.Text("another target is not ready", "有其他目标未就绪");
        foreach (var target in targets.All)
            _options.Emit(target.Problem is null ? NotStarted(target.Row, reason) : target.Row);
    }

    /// <summary>Asks for confirmation of each target in regions that are ready.</summary>
    /// <returns>The targets that are confirmed, or need no change.</returns>
    internal async Task<HashSet<RolloutTarget>> ConfirmAsync(RolloutTargets targets)
    {
        var confirmed = new HashSet<RolloutTarget>();
        foreach (var target in targets.Regions.Where(region => region.All(target => target.Problem is null)).SelectMany(region => region))
        {
            if (target.IsUnchanged || await _options.ConfirmAsync(StepOf(target)))
                confirmed.Add(target);
        }

        return confirmed;
    }

    /// <summary>Publishes in targets, region after region.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="confirmed">The targets to change.</param>
    /// <param name="stopped">The reason to begin nothing; null for none.</param>
    /// <param name="cancellationToken">Cancels the work. What was requested continues at Tencent Cloud.</param>
    /// <returns>The reason to begin nothing after these targets; null for none.</returns>
    internal async Task<string?> PublishAsync(
        RolloutTargets targets, HashSet<RolloutTarget> confirmed, string? stopped, CancellationToken cancellationToken)
    {
        foreach (var region in targets.Regions)
            stopped = await PublishRegionAsync(region, confirmed, stopped, cancellationToken);
        return stopped;
    }

    private RolloutStep StepOf(RolloutTarget target) => new(
        target.Row,
        IsUndo: false,
        target.Refresh?.Need switch
        {
            RefreshNeed.Start => RefreshRequest.Batches(_options.Refresh!, target.Group!.InServiceInstanceCount ?? 0),
            RefreshNeed.Adopt => target.Refresh.Activity!.RefreshBatchSet.Count,
            _ => null,
        },
        target.Resumes && target.Refresh?.Need == RefreshNeed.Adopt);

    // Returns the reason to begin no other region; null for none.
    private async Task<string?> PublishRegionAsync(
        IReadOnlyList<RolloutTarget> targets, HashSet<RolloutTarget> confirmed, string? stopped, CancellationToken cancellationToken)
    {
        var isReady = targets.All(target => target.Problem is null);
        var hasChanged = false;
        foreach (var target in targets)
        {
            var row = target switch
            {
                { Problem: not null } => target.Row,
                _ when !isReady => NotStarted(target.Row, Localized.Text("another target of the region is not ready", "该地域有其他目标未就绪")),
                { IsUnchanged: true } => target.Row with { Status = PublicationStatus.Unchanged },
                _ when !confirmed.Contains(target) => target.Row with { Status = _options.WhatIf ? PublicationStatus.Planned : PublicationStatus.Skipped },
                _ when stopped is not null => NotStarted(target.Row, stopped),
                _ => await PublishAsync(target, cancellationToken),
            };
            _options.Emit(row);
            hasChanged |= row.PublishedAt is not null && row.Status == PublicationStatus.Published;
            if (isReady && row.Status is PublicationStatus.Failed or PublicationStatus.Paused or PublicationStatus.RolledBack or PublicationStatus.InProgress)
                stopped ??= Localized.Text($"{row.TargetId} in {row.Region} did not succeed", $"{row.Region} 的 {row.TargetId} 未成功");
        }

        return stopped ?? (hasChanged && _options.PauseAfterFirstRegion
            ? Localized.Text("the first region is done", "第一个地域已完成")
            : null);
    }

    private async Task<Publication> PublishAsync(RolloutTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return target.Template is null
                ? await _groups.PublishAsync(target, cancellationToken)
                : await _templates.PublishAsync(target, cancellationToken);
        }
        catch (Exception exception) when (exception is RuleViolationException or TencentCloudException)
        {
            return target.Row with { Status = PublicationStatus.Failed, Error = exception, RequestId = (exception as TencentCloudException)?.RequestId };
        }
    }

    private static Publication NotStarted(Publication row, string reason) => row with { Status = PublicationStatus.NotStarted, Reason = reason };
}
