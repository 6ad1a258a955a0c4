namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>One item of a user's metadata.</summary>
public sealed record MetadataItem
{
    /// <summary>The key: letters, digits, <c>_</c> and <c>-</c>, at most 128 bytes.</summary>
    public string? Key { get; init; }

    /// <summary>The value, at most 256 KB.</summary>
    public string? Value { get; init; }

    /// <summary>The type's name alone: what a user put there must not get into a log.</summary>
    public override string ToString() => nameof(MetadataItem);
}
