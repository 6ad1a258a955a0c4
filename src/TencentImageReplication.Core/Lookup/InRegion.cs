namespace TencentImageReplication.Core.Lookup;

/// <summary>Something of the service, and the region that it is in.</summary>
/// <param name="Region">The region that was asked.</param>
/// <param name="Item">What it has.</param>
public sealed record InRegion<T>(string Region, T Item);
