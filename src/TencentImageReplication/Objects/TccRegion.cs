namespace TencentImageReplication;

/// <summary>A region of Tencent Cloud.</summary>
public sealed record TccRegion
{
    /// <summary>The region ID, such as <c>ap-guangzhou</c>.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The name people use.</summary>
    public string DisplayName { get; internal init; } = "";

    /// <summary>Where it is, as far as copying images is concerned.</summary>
    public TccRegionArea? Area { get; internal init; }

    /// <summary>Whether it can be used; null when the service was not asked and the region is not known to be closed.</summary>
    public bool? Available { get; internal init; }

    /// <summary>The region's ID, so that a region can be given where an ID is asked for.</summary>
    public override string ToString() => Region;
}
