namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A local disk that an instance type can have.</summary>
public sealed record LocalDiskType
{
    /// <summary>The kind of disk.</summary>
    public string? Type { get; init; }

    /// <summary>What the disk is for.</summary>
    public string? PartitionType { get; init; }

    /// <summary>Smallest size, in GiB.</summary>
    public long? MinSize { get; init; }

    /// <summary>Largest size, in GiB.</summary>
    public long? MaxSize { get; init; }

    /// <summary><c>REQUIRED</c> when the type cannot be had without it, <c>OPTIONAL</c> otherwise.</summary>
    public string? Required { get; init; }
}
