namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A bid for spot instances.</summary>
public sealed record SpotMarketOptions
{
    /// <summary>The highest price, as text. Required in a request.</summary>
    public string? MaxPrice { get; init; }

    /// <summary><c>one-time</c>.</summary>
    public string? SpotInstanceType { get; init; }
}
