namespace TencentImageReplication.Simulator.Model;

/// <summary>A snapshot that an image consists of.</summary>
/// <param name="SnapshotId">The ID, <c>snap-</c> and eight characters.</param>
/// <param name="DiskUsage"><c>SYSTEM_DISK</c> or <c>DATA_DISK</c>.</param>
/// <param name="DiskSizeGB">The size of its disk in GiB.</param>
public sealed record SimulatedSnapshot(string SnapshotId, string DiskUsage, int DiskSizeGB);
