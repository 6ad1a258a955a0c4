namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Options of spot instances.</summary>
public sealed record InstanceMarketOptionsRequest
{
    /// <summary>The bid.</summary>
    public required SpotMarketOptions SpotOptions { get; init; }

    /// <summary><c>spot</c>.</summary>
    public string? MarketType { get; init; }
}
