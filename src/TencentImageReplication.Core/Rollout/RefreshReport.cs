namespace TencentImageReplication.Core.Rollout;

/// <summary>The progress of a refresh.</summary>
/// <param name="Region">The region.</param>
/// <param name="GroupName">The name of the group.</param>
/// <param name="IsRollback">True for a rollback.</param>
/// <param name="Done">The number of instances that are done.</param>
/// <param name="Total">The number of instances.</param>
/// <param name="Batch">The number of the batch.</param>
/// <param name="Batches">The number of batches.</param>
/// <param name="HasEnded">True for the last report.</param>
public sealed record RefreshReport(
    string Region, string GroupName, bool IsRollback, int Done, int Total, long Batch, int Batches, bool HasEnded);
