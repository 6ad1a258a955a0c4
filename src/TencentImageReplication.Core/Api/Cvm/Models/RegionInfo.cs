namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A region, as DescribeRegions returns it.</summary>
public sealed record RegionInfo
{
    /// <summary>The region ID, such as <c>ap-guangzhou</c>.</summary>
    public string Region { get; init => field = value ?? ""; } = "";

    /// <summary>The display name, in the language of the request.</summary>
    public string? RegionName { get; init; }

    /// <summary>The availability: <c>AVAILABLE</c> or <c>UNAVAILABLE</c>.</summary>
    public string? RegionState { get; init; }
}
