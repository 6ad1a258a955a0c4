namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Options of spot instances.</summary>
public sealed record InstanceMarketOptionsRequest
{
    /// <summary>The bid. Required in a request.</summary>
    public SpotMarketOptions? SpotOptions { get; init; }

    /// <summary><c>spot</c>.</summary>
    public string? MarketType { get; init; }
}
