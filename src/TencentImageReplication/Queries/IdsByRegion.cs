namespace TencentImageReplication.Queries;

/// <summary>Collects which IDs to look up where, so that a pipeline of objects takes few calls.</summary>
internal sealed class IdsByRegion
{
    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WantedId> _wanted = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The regions to ask, in the order in which they came.</summary>
    internal IReadOnlyList<string> Regions => [.. _ids.Keys];

    /// <summary>The IDs to ask a region for.</summary>
    internal IReadOnlyCollection<string> In(string region) => _ids[region];

    /// <summary>Notes IDs, each of which may be in any of the regions.</summary>
    internal void Add(IEnumerable<string> ids, IReadOnlyList<string> regions)
    {
        foreach (var id in ids.Where(id => id.Length > 0))
        {
            _wanted.Add(new WantedId(id, regions));
            foreach (var region in regions)
            {
                if (!_ids.TryGetValue(region, out var list))
                    _ids[region] = list = [];
                if (!list.Contains(id))
                    list.Add(id);
            }
        }
    }

    /// <summary>Notes that an ID is in a region.</summary>
    internal void MarkFound(string id) => _found.Add(id);

    /// <summary>Notes that a region did not answer: whether an ID is there, nobody knows.</summary>
    internal void MarkSilent(string region)
    {
        lock (_silent)
            _silent.Add(region);
    }

    /// <summary>The IDs that are in none of their regions, each of which has said so.</summary>
    internal IEnumerable<WantedId> Missing() =>
        _wanted.Where(wanted => !_found.Contains(wanted.Id) && !wanted.Regions.Any(_silent.Contains));
}

/// <summary>An ID, and the regions that it may be in.</summary>
internal sealed record WantedId(string Id, IReadOnlyList<string> Regions);
