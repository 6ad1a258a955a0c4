using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the states of images. The parameter accepts others too.</summary>
public sealed class ImageStateCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageStates.All.Select(state => new Suggestion(state));
}
