using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Queries;
using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Suggestions for the completers of images.</summary>
internal static class ImageSuggestions
{
    /// <summary>Suggests IDs, which the name of the image finds too.</summary>
    internal static IEnumerable<Suggestion> Ids(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        Of(line, types, usableOnly).Select(found => new Suggestion(
            found.Item.ImageId, Messages.ImageTip(found.Item.ImageName, found.Item, found.Region), found.Item.ImageName));

    /// <summary>Returns the images that the command could mean, sorted by name.</summary>
    internal static IEnumerable<InRegion<Image>> Of(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        (line.Lookup?.Images(line.Regions(), types) ?? [])
            .Where(found => !usableOnly || found.Item.ImageState == ImageStates.Normal)
            .OrderBy(found => found.Item.ImageName, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the types that -ImageType of Get-TccImage specifies.</summary>
    internal static IReadOnlyCollection<string> TypesIn(CommandLine line) =>
        line.Values("ImageType") is { Count: > 0 } given
            ? [.. given.Select(type => Enum.TryParse<TccImageType>(type, ignoreCase: true, out var parsed)
                ? ImageQuery.NameOf(parsed)
                : ImageTypes.Private)]
            : [ImageTypes.Private];
}
