namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Local hard-disk storage of an instance type.</summary>
public sealed record StorageBlock
{
    /// <summary>The kind of storage: <c>LOCAL_PRO</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Smallest size, in GiB.</summary>
    public long? MinSize { get; init; }

    /// <summary>Largest size, in GiB.</summary>
    public long? MaxSize { get; init; }
}
