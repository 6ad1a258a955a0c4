using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of custom images that can be copied.</summary>
public sealed class CustomImageIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Ids(line, [ImageTypes.Private], usableOnly: true);
}
