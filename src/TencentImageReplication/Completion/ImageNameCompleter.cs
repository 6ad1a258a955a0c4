using System.Management.Automation;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of images for a parameter that takes wildcards.</summary>
public sealed class ImageNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Of(line, ImageSuggestions.TypesIn(line), usableOnly: false)
            .GroupBy(found => found.Item.ImageName, StringComparer.OrdinalIgnoreCase)
            .Select(images => new Suggestion(
                Pattern(images.Key),
                string.Join("; ", images.Select(found => Messages.ImageTip(found.Item.ImageId, found.Item, found.Region)))));

    // A hidden character on the command line may have an effect; a wildcard finds the name too.
    private static string Pattern(string name) =>
        new([.. WildcardPattern.Escape(name).Select(c => VisibleText.IsHidden(c) ? '?' : c)]);
}
