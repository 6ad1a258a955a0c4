namespace TencentImageReplication.Simulator.Model;

/// <summary>A disk of an instance.</summary>
/// <param name="DiskId">The ID, <c>disk-</c> and eight characters.</param>
/// <param name="DiskType">The type, such as <c>CLOUD_PREMIUM</c>.</param>
/// <param name="SizeGB">The size in GiB.</param>
/// <param name="SnapshotId">The snapshot that it was created from, null for none.</param>
/// <param name="DeleteWithInstance">True when it is deleted with the instance.</param>
/// <param name="Encrypted">True when it is encrypted.</param>
/// <param name="Condition">The condition in which no image of it can be created. The service does not return this: for tests.</param>
public sealed record SimulatedDisk(
    string DiskId, string DiskType, int SizeGB, string? SnapshotId = null, bool DeleteWithInstance = true, bool Encrypted = false,
    DiskCondition Condition = DiskCondition.Normal);
