using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A data disk of an instance.</summary>
public sealed record DataDisk
{
    /// <summary>Size, in GiB, in steps of 10. Required in a request.</summary>
    public long? DiskSize { get; init; }

    /// <summary>Such as <c>CLOUD_BSSD</c>, <c>CLOUD_PREMIUM</c>, <c>CLOUD_SSD</c>, <c>CLOUD_HSSD</c>.</summary>
    public string? DiskType { get; init; }

    /// <summary>The disk's ID. Only in responses.</summary>
    public string? DiskId { get; init; }

    /// <summary>True if the disk is deleted with its instance.</summary>
    public bool? DeleteWithInstance { get; init; }

    /// <summary>The snapshot that it is created from; must not be larger than the disk.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>True if the disk is encrypted. Only in requests.</summary>
    public bool? Encrypt { get; init; }

    /// <summary>The key to encrypt with. Only in requests.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Extra throughput bought for it, in MiB/s.</summary>
    public long? ThroughputPerformance { get; init; }

    /// <summary>The dedicated cluster that the disk is in.</summary>
    public string? CdcId { get; init; }

    /// <summary>True if the disk can burst.</summary>
    public bool? BurstPerformance { get; init; }

    /// <summary>The disk's name, at most 128 characters.</summary>
    [FreeText]
    public string? DiskName { get; init; }
}
