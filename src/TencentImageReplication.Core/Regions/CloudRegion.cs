namespace TencentImageReplication.Core.Regions;

/// <summary>A region of Tencent Cloud.</summary>
/// <param name="Id">The region ID, such as <c>ap-guangzhou</c>.</param>
/// <param name="DisplayName">The name people use, in English.</param>
/// <param name="Area">Where it is, as far as copying is concerned.</param>
/// <param name="IsLegacy">Whether Tencent has stopped selling there.</param>
public sealed record CloudRegion(string Id, string DisplayName, RegionArea Area, bool IsLegacy = false);
