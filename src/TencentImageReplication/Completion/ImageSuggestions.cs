using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Queries;
using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>What the completers of images share.</summary>
internal static class ImageSuggestions
{
    /// <summary>IDs, found by the image's name too.</summary>
    internal static IEnumerable<Suggestion> Ids(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        Of(line, types, usableOnly).Select(found => new Suggestion(
            found.Item.ImageId, Messages.ImageTip(found.Item.ImageName, found.Item, found.Region), found.Item.ImageName));

    /// <summary>The images that the command could mean, in the order of their names.</summary>
    internal static IEnumerable<InRegion<Image>> Of(CommandLine line, IReadOnlyCollection<string> types, bool usableOnly) =>
        (line.Lookup?.Images(line.Regions(), types) ?? [])
            .Where(found => !usableOnly || found.Item.ImageState == ImageStates.Normal)
            .OrderBy(found => found.Item.ImageName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The types that the command asks for, as Get-TccImage takes them.</summary>
    internal static IReadOnlyCollection<string> TypesIn(CommandLine line) =>
        line.Values("ImageType") is { Count: > 0 } given
            ? [.. given.Select(type => Enum.TryParse<TccImageType>(type, ignoreCase: true, out var parsed)
                ? ImageQuery.NameOf(parsed)
                : ImageTypes.Private)]
            : [ImageTypes.Private];
}
