namespace TencentImageReplication.Core.Plans;

/// <summary>The copies of a family to keep.</summary>
/// <param name="KeepVersions">The number of the newest versions to keep in each region, at least 1.</param>
/// <param name="MinimumAge">The age below which a copy is kept, counted from its creation.</param>
public sealed record PlanRetention(int KeepVersions, TimeSpan MinimumAge);
