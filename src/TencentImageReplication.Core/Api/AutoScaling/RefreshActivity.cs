namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>A refresh of the instances of a scaling group, or its rollback. It names no image.</summary>
public sealed record RefreshActivity
{
    /// <summary>The group.</summary>
    public string AutoScalingGroupId { get; init => field = value ?? ""; } = "";

    /// <summary>The activity's ID, such as <c>asr-5l2ejpfo</c>.</summary>
    public string RefreshActivityId { get; init => field = value ?? ""; } = "";

    /// <summary>The activity that a rollback rolls back.</summary>
    public string? OriginRefreshActivityId { get; init; }

    /// <summary>The batches, in any order.</summary>
    public IReadOnlyList<RefreshBatch> RefreshBatchSet { get; init => field = value ?? []; } = [];

    /// <summary><c>ROLLING_UPDATE_RESET</c> or <c>ROLLING_UPDATE_REPLACE</c>.</summary>
    public string? RefreshMode { get; init; }

    /// <summary>The settings.</summary>
    public RefreshSettings? RefreshSettings { get; init; }

    /// <summary><c>NORMAL</c> or <c>ROLLBACK</c>.</summary>
    public string? ActivityType { get; init; }

    /// <summary><c>INIT</c>, <c>RUNNING</c>, <c>SUCCESSFUL</c>, <c>FAILED_PAUSE</c>, <c>AUTO_PAUSE</c>, <c>MANUAL_PAUSE</c>, <c>CANCELLED</c> or <c>FAILED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The number of the batch in progress.</summary>
    public long? CurrentRefreshBatchNum { get; init; }

    /// <summary>The time it was created, in UTC.</summary>
    public DateTimeOffset? CreatedTime { get; init; }
}
