using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Rollout.Refreshing;

/// <summary>Enters the state of a refresh in a row.</summary>
internal static class RefreshResult
{
    /// <summary>Returns the row after a refresh or a rollback.</summary>
    /// <param name="row">The row.</param>
    /// <param name="activity">The refresh; null if the service no longer lists it.</param>
    /// <param name="succeeded">The status after success.</param>
    /// <param name="now">The time.</param>
    public static Publication After(Publication row, RefreshActivity? activity, PublicationStatus succeeded, DateTimeOffset now)
    {
        row = row with
        {
            RefreshActivityId = activity?.RefreshActivityId ?? row.RefreshActivityId,
            RefreshProgress = activity?.Percent() ?? row.RefreshProgress,
            InstanceCount = activity?.Count().Total ?? row.InstanceCount,
            IsGroupDisabled = activity?.IsActive() == true,
        };
        if (activity?.HasSucceeded() == true)
            return row with { Status = succeeded, CompletedAt = now, Reason = Skipped(activity) };
        var id = row.RefreshActivityId ?? "";
        if (activity?.IsPaused() != true)
            return Failed(row, PublicationStatus.Failed, RolloutRules.RefreshFailed(row.TargetName, id, activity?.Status, row.Region));
        // A pause that the settings asked for is not an error.
        return activity.IsPausedByFailure()
            ? Failed(row, PublicationStatus.Paused, RolloutRules.RefreshPaused(row.TargetName, id, row.Region, Failures(activity)))
            : row with { Status = PublicationStatus.Paused, Reason = $"{activity.Status}" };
    }

    /// <summary>Returns the row with an error.</summary>
    public static Publication Failed(Publication row, PublicationStatus status, RuleViolation violation) =>
        row with { Status = status, Error = new RuleViolationException(violation) };

    private static string? Skipped(RefreshActivity activity) => activity.FailedInstances() is { Count: > 0 } failed
        ? Localized.Text($"skipped: {Ids(failed)}", $"已跳过：{Ids(failed)}")
        : null;

    private static string Failures(RefreshActivity activity)
    {
        var failed = activity.FailedInstances();
        var message = VisibleText.Of(failed.Select(instance => instance.InstanceStatusMessage).FirstOrDefault(text => !string.IsNullOrEmpty(text)));
        return Localized.Text(
            $"batch {activity.CurrentRefreshBatchNum} failed ({Ids(failed)}: {message})",
            $"第 {activity.CurrentRefreshBatchNum} 批失败（{Ids(failed)}：{message}）");
    }

    private static string Ids(IReadOnlyList<RefreshBatchRelatedInstance> instances) => Localized.List(instances.Select(instance => instance.InstanceId));
}
