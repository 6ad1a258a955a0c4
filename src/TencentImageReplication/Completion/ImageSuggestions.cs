using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Queries;
using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Suggestions for the completers of images.</summary>
internal static class ImageSuggestions
{
    private const int MaxShareRequests = 10;

    /// <summary>Suggests IDs, which the name of the image finds too.</summary>
    internal static IEnumerable<Suggestion> Ids(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        Of(line, types, usableOnly).Select(found => new Suggestion(
            found.Item.ImageId, Messages.ImageTip(found.Item.ImageName, found.Item, found.Region), found.Item.ImageName));

    /// <summary>Returns the images that the command could mean, sorted by name.</summary>
    internal static IEnumerable<InRegion<Image>> Of(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        (line.Lookup?.Images(line.Regions(), types) ?? [])
            .Where(found => !usableOnly || found.Item.ImageState == ImageStates.Normal)
            .OrderBy(found => found.Item.ImageName, StringComparer.OrdinalIgnoreCase);

    /// <summary>Suggests the accounts that images are shared with.</summary>
    internal static IEnumerable<Suggestion> Accounts(CommandLine line, IReadOnlyList<string> imageIds) =>
        (line.Lookup?.Shares(line.Regions(), imageIds) ?? [])
            .GroupBy(found => found.Item.AccountId, StringComparer.Ordinal)
            .Select(shares => new Suggestion(
                shares.Key, shares.Min(found => found.Item.CreatedTime)?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? ""));

    /// <summary>Returns the IDs of the first images: each one costs a request, and completion has little time.</summary>
    internal static IReadOnlyList<string> SomeIds(CommandLine line) =>
        [.. Of(line, [ImageTypes.Private], usableOnly: false).Select(found => found.Item.ImageId).Take(MaxShareRequests)];

    /// <summary>Returns the names of images as a description.</summary>
    internal static string Names(IEnumerable<InRegion<Image>> images) =>
        Localized.List(images.Select(found => found.Item.ImageName).Distinct(StringComparer.Ordinal));

    /// <summary>Returns the types that -ImageType of Get-TccImage specifies.</summary>
    internal static IReadOnlyCollection<string> TypesIn(CommandLine line) =>
        line.Values("ImageType") is { Count: > 0 } given
            ? [.. given.Select(type => Enum.TryParse<TccImageType>(type, ignoreCase: true, out var parsed)
                ? ImageQuery.NameOf(parsed)
                : ImageTypes.Private)]
            : [ImageTypes.Private];
}
