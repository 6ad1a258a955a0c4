namespace TencentImageReplication.Queries;

/// <summary>A list of a region to read.</summary>
/// <param name="Region">The region.</param>
/// <param name="Query">The filters; null for the objects with certain IDs.</param>
internal sealed record RegionQuery<T>(string Region, T? Query)
    where T : class;
