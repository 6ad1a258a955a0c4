namespace TencentImageReplication.Completion;

/// <summary>Completes the families of images.</summary>
public sealed class ImageFamilyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Of(line, ImageSuggestions.TypesIn(line), usableOnly: false)
            .GroupBy(found => found.Item.ImageFamily ?? "", StringComparer.Ordinal)
            .Select(images => new Suggestion(images.Key, ImageSuggestions.Names(images)));
}
