namespace TencentImageReplication.Queries;

/// <summary>Collects IDs by region, so that a pipeline of objects needs few requests.</summary>
internal sealed class IdsByRegion
{
    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WantedId> _wanted = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The regions to search, in the order of the input.</summary>
    internal IReadOnlyList<string> Regions => [.. _ids.Keys];

    /// <summary>Returns the IDs to search in a region.</summary>
    internal IReadOnlyCollection<string> In(string region) => _ids[region];

    /// <summary>Adds IDs, each of which may be in any of the regions. An empty one means no object.</summary>
    /// <returns>The regions that had no ID before.</returns>
    internal IReadOnlyList<string> Add(IEnumerable<string> ids, IReadOnlyList<string> regions)
    {
        var newRegions = new List<string>();
        foreach (var id in ids)
        {
            if (id.Length == 0)
                continue;
            _wanted.Add(new WantedId(id, regions));
            foreach (var region in regions)
            {
                if (!_ids.TryGetValue(region, out var list))
                {
                    _ids.Add(region, list = []);
                    newRegions.Add(region);
                }

                if (!list.Contains(id))
                    list.Add(id);
            }
        }

        return newRegions;
    }

    /// <summary>Marks an ID as found.</summary>
    internal void MarkFound(string id) => _found.Add(id);

    /// <summary>Marks a region as failed: its IDs are unknown.</summary>
    internal void MarkFailed(string region)
    {
        lock (_failed)
            _failed.Add(region);
    }

    /// <summary>Returns the IDs that were not found, except those with a failed region.</summary>
    internal IEnumerable<WantedId> Missing() =>
        _wanted.Where(wanted => !_found.Contains(wanted.Id) && !wanted.Regions.Any(_failed.Contains));
}

/// <summary>An ID and the regions to search.</summary>
internal sealed record WantedId(string Id, IReadOnlyList<string> Regions);
