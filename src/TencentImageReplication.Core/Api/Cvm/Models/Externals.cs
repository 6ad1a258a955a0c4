namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Extended properties of an instance type or a timer.</summary>
public sealed record Externals
{
    /// <summary>True if the address is released.</summary>
    public bool? ReleaseAddress { get; init; }

    /// <summary>Networks that it does not support: <c>BASIC</c>, <c>VPC1.0</c>.</summary>
    public IReadOnlyList<string>? UnsupportNetworks { get; init; }

    /// <summary>Its local hard-disk storage.</summary>
    public StorageBlock? StorageBlockAttr { get; init; }
}
