using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rollout.Refreshing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Undoing;

/// <summary>Undoes publications: the default version, the instances and last the launch configuration are set back.</summary>
public sealed class RolloutUndo
{
    private readonly CvmClient _client;
    private readonly AutoScalingClient _autoScaling;
    private readonly RolloutOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly RollbackRun _rollbacks;

    /// <param name="client">The service.</param>
    /// <param name="autoScaling">Auto scaling.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    public RolloutUndo(CvmClient client, AutoScalingClient autoScaling, RolloutOptions options, TimeProvider timeProvider, ILogger logger)
    {
        (_client, _autoScaling, _options, _timeProvider) = (client, autoScaling, options, timeProvider);
        var requests = new RefreshRequests(autoScaling, new ReadPoll(timeProvider, logger));
        _rollbacks = new RollbackRun(autoScaling, requests, new RefreshFollower(autoScaling, options.Report, timeProvider), timeProvider);
    }

    /// <summary>Undoes publications, one after the other. If one fails, the others continue.</summary>
    /// <param name="rows">The publications.</param>
    /// <param name="cancellationToken">Cancels the work. What was requested continues at Tencent Cloud.</param>
    public async Task RunAsync(IReadOnlyList<Publication> rows, CancellationToken cancellationToken)
    {
        var targets = await new UndoLook(_client, _autoScaling, _options).ReadAsync(rows, cancellationToken);
        var declined = new HashSet<UndoTarget>();
        foreach (var target in targets.Where(target => target.Problem is null && !target.IsUnchanged))
        {
            long? batches = target.Origin is null ? null : RefreshRequest.Batches(new(), Math.Max(1, target.Row.InstanceCount ?? 1));
            if (!await _options.ConfirmAsync(new RolloutStep(target.Row, IsUndo: true, batches, Resumes: false)))
                declined.Add(target);
        }

        foreach (var target in targets)
        {
            _options.Emit(target switch
            {
                { Problem: not null } => target.Row,
                { IsUnchanged: true } => target.Row with { Status = PublicationStatus.Unchanged },
                _ when declined.Contains(target) => target.Row with { Status = _options.WhatIf ? PublicationStatus.Planned : PublicationStatus.Skipped },
                _ => await UndoAsync(target, cancellationToken),
            });
        }
    }

    private async Task<Publication> UndoAsync(UndoTarget target, CancellationToken cancellationToken)
    {
        var row = target.Row;
        try
        {
            if (row.Kind == PublicationKind.LaunchTemplate)
            {
                var requestId = await TemplateDefault.SetAsync(_client, row.Region, row.TargetId, row.PreviousVersion!.Value, cancellationToken);
                return Done(row with { RequestId = requestId });
            }

            if (target.Origin is { } origin)
            {
                var rollback = await _rollbacks.RunAsync(row, target.Group!, origin, target.Rollback, cancellationToken);
                row = RefreshResult.After(row, rollback, PublicationStatus.Undone, _timeProvider.GetUtcNow());
                if (row.Status != PublicationStatus.Undone)
                    return row;
            }

            // Last: the service reads the rest of the settings from the configuration during the rollback.
            if (!target.SetsBack)
                return Done(row);
            var response = await _autoScaling.SetImageAsync(row.Region, row.ConfigurationId!, row.PreviousImageId!, cancellationToken);
            return Done(row with { RequestId = response.RequestId });
        }
        catch (Exception exception) when (exception is RuleViolationException or TencentCloudException)
        {
            return row with { Status = PublicationStatus.Failed, Error = exception, RequestId = (exception as TencentCloudException)?.RequestId };
        }
    }

    private Publication Done(Publication row) => row with { Status = PublicationStatus.Undone, CompletedAt = _timeProvider.GetUtcNow() };
}
