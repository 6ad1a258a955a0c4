using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Queries;

/// <summary>Selects images with filters of the service, and checks the rest itself.</summary>
internal sealed class ImageQuery
{
    // Source: DescribeImages, at most 5 values in a filter.
    private const int MaxValues = 5;

    internal NamePatterns Names { get; init; } = new(null);

    internal IReadOnlyCollection<TccImageType> Types { get; init; } = [TccImageType.Custom];

    internal IReadOnlyCollection<string> States { get; init; } = [];

    internal NamePatterns Platforms { get; init; } = new(null);

    internal NamePatterns Families { get; init; } = new(null);

    internal IReadOnlyDictionary<string, string> Tags { get; init; } = TccTagCollection.None;

    /// <summary>Returns the filters for the service.</summary>
    internal IReadOnlyList<Filter> ToFilters()
    {
        var filters = new List<Filter> { Filter("image-type", [.. Types.Distinct().Select(NameOf)]) };
        if (Names.Literals(MaxValues) is { } names)
            filters.Add(Filter("image-name", names));
        if (Platforms.Literals(MaxValues) is { } platforms)
            filters.Add(Filter("platform", platforms));
        foreach (var tag in Tags)
            filters.Add(tag.Value.Length == 0 ? Filter("tag-key", [tag.Key]) : Filter($"tag:{tag.Key}", [tag.Value]));
        return filters;
    }

    /// <summary>Returns true if an image that passed the filters is selected.</summary>
    internal bool Matches(Image image) =>
        Names.Matches(image.ImageName)
        && Platforms.Matches(image.Platform)
        && Families.Matches(image.ImageFamily)
        && (States.Count == 0 || States.Contains(image.ImageState, StringComparer.OrdinalIgnoreCase));

    private static Filter Filter(string name, IReadOnlyList<string> values) => new() { Name = name, Values = values };

    /// <summary>Returns Tencent's name of a type.</summary>
    internal static string NameOf(TccImageType type) => type switch
    {
        TccImageType.Shared => ImageTypes.Shared,
        TccImageType.Public => ImageTypes.Public,
        _ => ImageTypes.Private,
    };
}
