using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>How many custom images a region may hold, and how many it holds.</summary>
public sealed record TccImageQuota
{
    /// <summary>The region.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>How many custom images the account may have in the region.</summary>
    public int? Quota { get; internal init; }

    /// <summary>How many it has, those that are being made among them.</summary>
    public int? Used { get; internal init; }

    /// <summary>How many more it may have.</summary>
    public int? Available { get; internal init; }

    /// <summary>The region, so that a quota can be given where a region is asked for.</summary>
    public override string ToString() => Region;

    internal static TccImageQuota From(ImageQuota quota, string region) => new()
    {
        Region = region,
        Quota = NumberConversion.From(quota.Quota),
        Used = NumberConversion.From(quota.Used),
        Available = quota is { Quota: { } limit, Used: { } used } ? NumberConversion.From(Math.Max(0, limit - used)) : null,
    };
}
