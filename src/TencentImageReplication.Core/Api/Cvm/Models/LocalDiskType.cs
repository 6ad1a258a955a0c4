namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A local disk that an instance type can have.</summary>
public sealed record LocalDiskType
{
    /// <summary>The kind of disk.</summary>
    public string? Type { get; init; }

    /// <summary>The use of the disk.</summary>
    public string? PartitionType { get; init; }

    /// <summary>Smallest size, in GiB.</summary>
    public long? MinSize { get; init; }

    /// <summary>Largest size, in GiB.</summary>
    public long? MaxSize { get; init; }

    /// <summary><c>REQUIRED</c> if the type always has it, otherwise <c>OPTIONAL</c>.</summary>
    public string? Required { get; init; }
}
