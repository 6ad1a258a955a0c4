using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of images for a parameter that takes wildcards.</summary>
public sealed class ImageNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Of(line, ImageSuggestions.TypesIn(line), usableOnly: false)
            .GroupBy(found => found.Item.ImageName, StringComparer.OrdinalIgnoreCase)
            .Select(images => new Suggestion(
                NameSuggestions.Pattern(images.Key),
                string.Join("; ", images.Select(found => Messages.ImageTip(found.Item.ImageId, found.Item, found.Region)))));
}
