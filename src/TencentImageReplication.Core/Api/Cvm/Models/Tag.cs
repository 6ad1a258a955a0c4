namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A tag: a key and a value.</summary>
public sealed record Tag
{
    /// <summary>The key.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    public string Value { get; init => field = value ?? ""; } = "";
}
