namespace TencentImageReplication.Completion;

/// <summary>Completes the platforms of images.</summary>
public sealed class PlatformCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Of(line, ImageSuggestions.TypesIn(line), usableOnly: false)
            .GroupBy(found => found.Item.Platform ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(images => new Suggestion(images.Key, ImageSuggestions.Names(images)));
}
