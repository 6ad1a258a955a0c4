using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of custom images in any state.</summary>
public sealed class OwnImageIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Ids(line, [ImageTypes.Private], usableOnly: false);
}
