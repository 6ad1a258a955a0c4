using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A tag: a key and a value.</summary>
public sealed record Tag
{
    /// <summary>The key.</summary>
    [FreeText]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [FreeText]
    public string Value { get; init => field = value ?? ""; } = "";
}
