using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of images that other accounts share and that can be copied.</summary>
public sealed class SharedImageIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Ids(line, [ImageTypes.Shared], usableOnly: true);
}
