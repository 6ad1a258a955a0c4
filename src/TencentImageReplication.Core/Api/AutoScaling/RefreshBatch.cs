namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>A batch of a refresh.</summary>
public sealed record RefreshBatch
{
    /// <summary>The number, from 1.</summary>
    public long? RefreshBatchNum { get; init; }

    /// <summary><c>WAITING</c>, <c>INIT</c>, <c>RUNNING</c>, <c>FAILED</c>, <c>PARTIALLY_SUCCESSFUL</c>, <c>CANCELLED</c> or <c>SUCCESSFUL</c>.</summary>
    public string? RefreshBatchStatus { get; init; }

    /// <summary>The instances.</summary>
    public IReadOnlyList<RefreshBatchRelatedInstance> RefreshBatchRelatedInstanceSet { get; init => field = value ?? []; } = [];
}
