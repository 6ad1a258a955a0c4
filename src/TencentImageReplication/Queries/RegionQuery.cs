namespace TencentImageReplication.Queries;

/// <summary>A list of a region to read.</summary>
/// <param name="region">The region.</param>
/// <param name="query">The filters; null for the objects with certain IDs.</param>
internal sealed class RegionQuery<T>(string region, T? query)
    where T : class
{
    private volatile bool _hasFailed;

    internal string Region { get; } = region;

    internal T? Query { get; } = query;

    /// <summary>True if the list could not be read: a name that was not found may be there.</summary>
    internal bool HasFailed
    {
        get => _hasFailed;
        set => _hasFailed = value;
    }
}
