namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Metadata of the user's own.</summary>
public sealed record Metadata
{
    /// <summary>The items.</summary>
    public IReadOnlyList<MetadataItem>? Items { get; init; }
}
