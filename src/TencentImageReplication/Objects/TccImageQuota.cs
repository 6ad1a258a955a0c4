using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>The quota of custom images in a region and its use.</summary>
public sealed record TccImageQuota
{
    /// <summary>The region.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The maximum number of custom images in the region.</summary>
    public int? Quota { get; internal init; }

    /// <summary>The number of custom images, including those in creation.</summary>
    public int? Used { get; internal init; }

    /// <summary>The number of further images that the quota allows.</summary>
    public int? Available { get; internal init; }

    /// <summary>The region, so that a quota can be used as a region.</summary>
    public override string ToString() => Region;

    internal static TccImageQuota From(ImageQuota quota, string region)
    {
        var (limit, used) = (NumberConversion.From(quota.Quota), NumberConversion.From(quota.Used));
        return new()
        {
            Region = region,
            Quota = limit,
            Used = used,
            Available = limit is null || used is null ? null : NumberConversion.From(Math.Max(0, (long)limit - (long)used)),
        };
    }
}
