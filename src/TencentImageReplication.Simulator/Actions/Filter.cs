using System.Globalization;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A filter of a request. Filters are combined with AND, the values of a filter with OR.</summary>
internal sealed record Filter(string Name, IReadOnlyList<string> Values)
{
    private const int MaxFilters = 10;
    private const string TagPrefix = "tag:";

    /// <summary>The key of a filter <c>tag:key</c>, null for other filters.</summary>
    public string? TagKey => Name.StartsWith(TagPrefix, StringComparison.Ordinal) ? Name.Substring(TagPrefix.Length) : null;

    public static IReadOnlyList<Filter> Read(Parameters parameters, IReadOnlyCollection<string> names, bool tags, int maxValues, FilterCodes? codes = null)
    {
        codes ??= FilterCodes.Cvm;
        var filters = parameters.Objects("Filters").Select(filter => new Filter(filter.Text("Name"), filter.Texts("Values"))).ToList();
        if (filters.Count > MaxFilters)
            throw new ServiceException(codes.TooManyFilters, "Filters");
        foreach (var filter in filters)
        {
            if (!names.Contains(filter.Name) && !(tags && IsTagFilter(filter)))
                throw new ServiceException(codes.Unknown, filter.Name);
            if (filter.Values.Count > maxValues)
                throw new ServiceException(codes.TooManyValues, filter.Name);
        }
        return filters;
    }

    public bool Is(string actual) => Values.Contains(actual);

    public bool IsAnyOf(IEnumerable<string> actual) => actual.Any(Values.Contains);

    public bool IsPartOf(string actual, bool ignoreCase) => Values.Any(value => CultureInfo.InvariantCulture.CompareInfo
        .IndexOf(actual, value, ignoreCase ? CompareOptions.OrdinalIgnoreCase : CompareOptions.Ordinal) >= 0);

    /// <summary>Returns true when the tags pass this filter, which is one on tags.</summary>
    public bool Matches(IReadOnlyList<SimulatedTag> tags) => Name switch
    {
        "tag-key" => IsAnyOf(tags.Select(tag => tag.Key)),
        "tag-value" => IsAnyOf(tags.Select(tag => tag.Value)),
        _ => IsAnyOf(tags.Where(tag => tag.Key == TagKey).Select(tag => tag.Value)),
    };

    public bool IsAboutTags => IsTagFilter(this);

    private static bool IsTagFilter(Filter filter) => filter.Name is "tag-key" or "tag-value" || filter.TagKey?.Length > 0;
}
