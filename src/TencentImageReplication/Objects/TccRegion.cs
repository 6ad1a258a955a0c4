namespace TencentImageReplication;

/// <summary>A region of Tencent Cloud.</summary>
public sealed record TccRegion
{
    /// <summary>The region ID, such as <c>ap-guangzhou</c>.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The display name, such as the city.</summary>
    public string DisplayName { get; internal init; } = "";

    /// <summary>The area, which decides about copies between regions.</summary>
    public TccRegionArea? Area { get; internal init; }

    /// <summary>True if the region is available; null if the service did not say and the module does not know it as closed.</summary>
    public bool? Available { get; internal init; }

    /// <summary>The region's ID, so that a region can be used as an ID.</summary>
    public override string ToString() => Region;
}
