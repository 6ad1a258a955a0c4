using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of images that instances can be created from.</summary>
public sealed class UsableImageIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Ids(line, [ImageTypes.Private, ImageTypes.Shared], usableOnly: true);
}
