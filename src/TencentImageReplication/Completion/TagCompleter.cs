using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Completion;

/// <summary>Completes the tags of images, as texts such as <c>env=prod</c>.</summary>
public sealed class TagCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Of(line, ImageSuggestions.TypesIn(line), usableOnly: false)
            .SelectMany(found => found.Item.Tags.Where(tag => !SourceMark.IsKey(tag.Key)).Select(tag => (Text: $"{tag.Key}={tag.Value}", Image: found)))
            .GroupBy(tag => tag.Text, tag => tag.Image, StringComparer.Ordinal)
            .OrderBy(images => images.Key, StringComparer.Ordinal)
            .Select(images => new Suggestion(images.Key, ImageSuggestions.Names(images)));
}
