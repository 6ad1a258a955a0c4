namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A snapshot of a disk of an image.</summary>
public sealed record Snapshot
{
    /// <summary>The snapshot's ID.</summary>
    public string SnapshotId { get; init => field = value ?? ""; } = "";

    /// <summary><c>SYSTEM_DISK</c> or <c>DATA_DISK</c>.</summary>
    public string? DiskUsage { get; init; }

    /// <summary>Size of the disk, in GiB.</summary>
    public long? DiskSize { get; init; }
}
