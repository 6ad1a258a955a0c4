namespace TencentImageReplication.Simulator.Model;

/// <summary>A disk of an instance.</summary>
/// <param name="DiskId">The ID, <c>disk-</c> and eight characters.</param>
/// <param name="DiskType">The type, such as <c>CLOUD_PREMIUM</c>.</param>
/// <param name="SizeGB">The size in GiB.</param>
/// <param name="SnapshotId">The snapshot it was made from, null for none.</param>
/// <param name="DeleteWithInstance">Whether it goes when the instance goes.</param>
/// <param name="Encrypted">Whether it is encrypted.</param>
public sealed record SimulatedDisk(
    string DiskId, string DiskType, int SizeGB, string? SnapshotId = null, bool DeleteWithInstance = true, bool Encrypted = false);
