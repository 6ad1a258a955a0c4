namespace TencentImageReplication.Queries;

/// <summary>Finds the names without wildcards for which no region had an object.</summary>
internal static class MissingNames
{
    /// <param name="queries">The queries, after all regions were read.</param>
    /// <param name="namesOf">Returns the names of a query.</param>
    /// <returns>The names, each with the regions that were searched. A name that may be in a failed region is not among them.</returns>
    internal static IEnumerable<WantedId> Of<T>(IEnumerable<RegionQuery<T>> queries, Func<T, NamePatterns> namesOf)
        where T : class =>
        from list in queries
        where list.Query is not null
        group list by list.Query into lists
        where !lists.Any(list => list.HasFailed)
        from name in namesOf(lists.Key!).Missing()
        select new WantedId(name, [.. lists.Select(list => list.Region)]);
}
