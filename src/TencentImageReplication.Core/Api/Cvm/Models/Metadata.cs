namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Metadata that the user sets.</summary>
public sealed record Metadata
{
    /// <summary>The items.</summary>
    public IReadOnlyList<MetadataItem>? Items { get; init; }
}
