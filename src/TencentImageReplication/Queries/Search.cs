namespace TencentImageReplication.Queries;

/// <summary>The IDs and queries that a command searches for, each in one or more regions, and what it has found.</summary>
/// <param name="namesOf">Returns the names of a query.</param>
internal sealed class Search<T>(Func<T, NamePatterns> namesOf)
    where T : class
{
    private readonly List<RegionQuery<T>> _lists = [];
    private readonly IdsByRegion _ids = new();
    private bool _anyFound;

    /// <summary>The lists to read: all input together, so that a region that does not respond delays no other.</summary>
    internal IReadOnlyList<RegionQuery<T>> Lists => _lists;

    /// <summary>The regions of queries, if nothing at all was found; else none.</summary>
    internal IReadOnlyList<string> Fruitless =>
        _anyFound ? [] : [.. _lists.Where(list => list.Query is not null).Select(list => list.Region).Distinct()];

    /// <summary>Adds IDs, each of which may be in any of the regions. A piped object with an empty ID means no object, not all of them.</summary>
    internal void Add(IEnumerable<string>? ids, IReadOnlyList<string> regions)
    {
        foreach (var region in _ids.Add(ids ?? [], regions))
            _lists.Add(new RegionQuery<T>(region, null));
    }

    /// <summary>Adds a query.</summary>
    internal void Add(T query, IReadOnlyList<string> regions)
    {
        foreach (var region in regions)
            _lists.Add(new RegionQuery<T>(region, query));
    }

    /// <summary>Returns the IDs of a list without a query.</summary>
    internal IReadOnlyCollection<string> IdsOf(RegionQuery<T> list) => _ids.In(list.Region);

    /// <summary>Returns true if an object of a list is searched for, by its ID or by its name.</summary>
    internal bool IsWanted(RegionQuery<T> list, string id, string name) =>
        list.Query is { } query ? namesOf(query).Matches(name) : IdsOf(list).Contains(id);

    /// <summary>Marks an object of a list as found.</summary>
    internal void MarkFound(RegionQuery<T> list, string id, string name)
    {
        _ids.MarkFound(id);
        _anyFound = true;
        if (list.Query is { } query)
            namesOf(query).MarkFound(name);
    }

    /// <summary>Marks a list as failed: what it holds is unknown.</summary>
    internal void MarkFailed(RegionQuery<T> list)
    {
        list.HasFailed = true;
        if (list.Query is null)
            _ids.MarkFailed(list.Region);
    }

    /// <summary>Returns the IDs that were not found.</summary>
    internal IEnumerable<WantedId> MissingIds() => _ids.Missing();

    /// <summary>Returns the names without wildcards that were not found.</summary>
    internal IEnumerable<WantedId> MissingNames() => Queries.MissingNames.Of(_lists, namesOf);
}
