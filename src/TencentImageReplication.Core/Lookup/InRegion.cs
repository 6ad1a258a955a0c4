namespace TencentImageReplication.Core.Lookup;

/// <summary>An item of the service with its region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Item">The item.</param>
public sealed record InRegion<T>(string Region, T Item);
