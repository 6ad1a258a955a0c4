using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of an account's images, by ID or by name.</summary>
public sealed class ImageIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Ids(line, [ImageTypes.Private, ImageTypes.Shared], usableOnly: false);
}
