using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The disk that an instance starts from.</summary>
public sealed record SystemDisk
{
    /// <summary>Such as <c>CLOUD_BSSD</c>, <c>CLOUD_PREMIUM</c>, <c>CLOUD_SSD</c>, <c>CLOUD_HSSD</c>.</summary>
    public string? DiskType { get; init; }

    /// <summary>The disk's ID. Only in responses.</summary>
    public string? DiskId { get; init; }

    /// <summary>Size, in GiB; 50 by default.</summary>
    public long? DiskSize { get; init; }

    /// <summary>The dedicated cluster that the disk is in.</summary>
    public string? CdcId { get; init; }

    /// <summary>The disk's name, at most 128 characters.</summary>
    [FreeText]
    public string? DiskName { get; init; }

    /// <summary>True if the disk is encrypted. Only in requests.</summary>
    public bool? Encrypt { get; init; }

    /// <summary>The key to encrypt with. Only in requests.</summary>
    public string? KmsKeyId { get; init; }
}
