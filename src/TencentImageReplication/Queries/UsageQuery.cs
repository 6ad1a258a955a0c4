namespace TencentImageReplication.Queries;

/// <summary>The images of one account whose uses are wanted: IDs by region, and whole regions.</summary>
internal sealed class UsageQuery
{
    private readonly HashSet<string> _wholeRegions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The IDs of images.</summary>
    internal IdsByRegion Ids { get; } = new();

    /// <summary>The regions to search.</summary>
    internal IReadOnlyList<string> Regions => [.. _wholeRegions.Concat(Ids.Regions).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Adds all custom images of regions.</summary>
    internal void AddRegions(IReadOnlyList<string> regions) => _wholeRegions.UnionWith(regions);

    /// <summary>Returns the images to search in a region; null for all custom images.</summary>
    internal IReadOnlyCollection<string>? In(string region) => _wholeRegions.Contains(region) ? null : Ids.In(region);
}
