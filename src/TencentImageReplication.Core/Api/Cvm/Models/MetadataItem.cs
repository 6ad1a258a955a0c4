using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>One item of a user's metadata.</summary>
public sealed record MetadataItem
{
    /// <summary>The key: letters, digits, <c>_</c> and <c>-</c>, at most 128 bytes.</summary>
    public string? Key { get; init; }

    /// <summary>The value, at most 256 KB.</summary>
    [FreeText(MaxLength = 256 * 1024)]
    public string? Value { get; init; }

    /// <summary>Returns only the name of the type, because the data of a user must not appear in a log.</summary>
    public override string ToString() => nameof(MetadataItem);
}
