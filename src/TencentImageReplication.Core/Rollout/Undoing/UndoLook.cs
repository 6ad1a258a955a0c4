using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Undoing;

/// <summary>Looks at the targets of publications before anything is undone.</summary>
/// <param name="client">The service.</param>
/// <param name="autoScaling">Auto scaling.</param>
/// <param name="options">The options.</param>
internal sealed class UndoLook(CvmClient client, AutoScalingClient autoScaling, RolloutOptions options)
{
    /// <summary>Reads the targets of all rows.</summary>
    /// <returns>The targets, in the order of the rows.</returns>
    public async Task<IReadOnlyList<UndoTarget>> ReadAsync(IReadOnlyList<Publication> rows, CancellationToken cancellationToken)
    {
        var lists = rows.Select(row => row.Region).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(
            region => region, region => new RegionLists(client, autoScaling, region, cancellationToken), StringComparer.OrdinalIgnoreCase);
        var targets = new List<UndoTarget>();
        foreach (var row in rows)
            targets.Add(await ReadSafelyAsync(lists[row.Region], row, cancellationToken));
        return targets;
    }

    private async Task<UndoTarget> ReadSafelyAsync(RegionLists lists, Publication row, CancellationToken cancellationToken)
    {
        row = row with { Error = null, Reason = null, RequestId = null, CompletedAt = null };
        try
        {
            // Nothing was changed, or there was no target.
            if (row.TargetId.Length == 0 || row.Status is PublicationStatus.Planned or PublicationStatus.NotStarted or PublicationStatus.Skipped or PublicationStatus.Undone)
                return new UndoTarget { Row = row };
            return row.Kind == PublicationKind.LaunchTemplate
                ? await ReadTemplateAsync(lists, row, cancellationToken)
                : await ReadConfigurationAsync(lists, row);
        }
        catch (Exception exception) when (exception is RuleViolationException or TencentCloudException)
        {
            return new UndoTarget { Row = row with { Status = PublicationStatus.Failed, Error = exception } };
        }
    }

    private async Task<UndoTarget> ReadTemplateAsync(RegionLists lists, Publication row, CancellationToken cancellationToken)
    {
        var template = await client.FindLaunchTemplateAsync(row.Region, row.TargetId, cancellationToken) ?? throw NotFound(row);
        var versions = new TemplateVersions(await client.ListLaunchTemplateVersionsAsync(lists.Region, template, cancellationToken));
        if (row.PreviousVersion is null || versions.Find(row.PreviousVersion) is null)
            throw new RuleViolationException(RolloutRules.PreviousUnknown(row.TargetId, row.Region));
        var now = versions.Default?.LaunchTemplateVersion;
        if (now != row.PreviousVersion && now != row.Version && !options.Force)
            throw new RuleViolationException(RolloutRules.ChangedMeanwhile(row.TargetId, row.Region, $"{now}, {versions.Default?.LaunchTemplateVersionData?.ImageId}"));
        return new UndoTarget { Row = row, SetsBack = now != row.PreviousVersion };
    }

    private async Task<UndoTarget> ReadConfigurationAsync(RegionLists lists, Publication row)
    {
        var group = row.Kind == PublicationKind.AutoScalingGroup
            ? (await lists.GroupsAsync()).Find(known => known.AutoScalingGroupId == row.TargetId) ?? throw NotFound(row)
            : null;
        var id = group?.LaunchConfigurationId ?? row.TargetId;
        var configuration = (await lists.ConfigurationsAsync()).Find(known => known.LaunchConfigurationId == id) ?? throw NotFound(row);
        if (row.PreviousImageId is not { Length: > 0 } previous)
            throw new RuleViolationException(RolloutRules.PreviousUnknown(row.TargetId, row.Region));
        var isOther = row.ConfigurationId is { Length: > 0 } before && before != id;
        if ((isOther || (configuration.ImageId != previous && configuration.ImageId != row.ImageId)) && !options.Force)
            throw new RuleViolationException(RolloutRules.ChangedMeanwhile(row.TargetId, row.Region, $"{id}, {configuration.ImageId}"));
        var target = new UndoTarget
        {
            Row = row with { ConfigurationId = id },
            Group = group,
            SetsBack = configuration.ImageId != previous,
        };
        return group is null || string.IsNullOrEmpty(row.RefreshActivityId) ? target : await WithRefreshAsync(lists, target, row.RefreshActivityId!);
    }

    private async Task<UndoTarget> WithRefreshAsync(RegionLists lists, UndoTarget target, string activityId)
    {
        var row = target.Row;
        var activities = await lists.ActivitiesAsync(row.TargetId);
        // In the row of an earlier attempt to undo, it is the rollback.
        var given = activities.Find(activity => activity.RefreshActivityId == activityId);
        var originId = given?.OriginRefreshActivityId is { Length: > 0 } id ? id : activityId;
        var origin = activities.Find(activity => activity.RefreshActivityId == originId);
        if (origin is null)
            throw new RuleViolationException(RolloutRules.CannotRollBack(originId, status: null, row.Region));
        var rollback = activities.Find(activity => activity.IsRollbackOf(originId));
        if (rollback?.HasSucceeded() == true)
            return target;
        var later = activities.Find(activity => activity.IsNormal() && activity != origin && activity.CreatedTime > origin.CreatedTime);
        if (later is not null && !options.Force)
            throw new RuleViolationException(RolloutRules.ChangedMeanwhile(row.TargetId, row.Region, $"{later.RefreshActivityId} {later.Status}"));
        if (rollback is null && !origin.IsActive() && !origin.HasSucceeded())
            throw new RuleViolationException(RolloutRules.CannotRollBack(originId, origin.Status, row.Region));
        return target with
        {
            Origin = origin,
            Rollback = rollback,
            Row = row with { InstanceCount = origin.Touched().Count(), IsGroupDisabled = origin.IsActive() || rollback?.IsActive() == true },
        };
    }

    private static RuleViolationException NotFound(Publication row) =>
        new(RolloutRules.TargetNotFound(new(row.Kind, row.TargetId, IsId: true), row.Region));
}
