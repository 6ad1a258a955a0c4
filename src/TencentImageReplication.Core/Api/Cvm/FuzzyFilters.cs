using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>
/// Adapts filters to badly encoded names. Such a name was read with U+FFFD in it, which the service does not have, so the filter
/// would never find it.
/// </summary>
internal static class FuzzyFilters
{
    private const char Replacement = '\uFFFD';

    // Source: DescribeImages. These filters match parts of a value.
    private static readonly string[] Fuzzy = ["image-name", "platform"];

    /// <summary>
    /// Returns filters that match at least the same items: a value with U+FFFD becomes its longest part without it. The caller
    /// compares the names of what it finds anyway, because the filters match parts of names.
    /// </summary>
    public static IReadOnlyList<Filter> Adapt(IReadOnlyList<Filter> filters) =>
        filters.Any(IsBad) ? [.. filters.Select(filter => IsBad(filter) ? Adapt(filter) : filter).OfType<Filter>()] : filters;

    private static bool IsBad(Filter filter) => Fuzzy.Contains(filter.Name) && filter.Values.Any(value => value.Contains(Replacement));

    // Null if a value has no other part: then the filter would have to match everything.
    private static Filter? Adapt(Filter filter)
    {
        string[] values = [.. filter.Values.Select(value => value.Split(Replacement).OrderByDescending(part => part.Length).First())];
        return values.Any(value => value.Length == 0) ? null : filter with { Values = values };
    }
}
