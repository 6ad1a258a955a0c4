using System.Management.Automation;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of the scenarios that the module comes with, and paths of JSON files.</summary>
public sealed class ScenarioCompleter : ValueCompleter
{
    private static readonly char[] Quotes = ['\'', '"'];

    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        Scenario.Ready.Select(name => new Suggestion(name, Scenario.Load(name, _ => "").Description));

    private protected override IEnumerable<CompletionResult> Others(string word) => CompletionCompleters
        .CompleteFilename(word)
        .Where(path => path.ResultType == CompletionResultType.ProviderContainer
            || path.CompletionText.TrimEnd(Quotes).EndsWith(".json", StringComparison.OrdinalIgnoreCase));
}
