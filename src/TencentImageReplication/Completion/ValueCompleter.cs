using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Completion;

/// <summary>Base of all completers. It suggests values that contain the typed word, first those that begin with it, and never fails.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            var word = new TypedWord(wordToComplete);
            return [.. Suggest(new CommandLine(commandAst, fakeBoundParameters, parameterName, wordToComplete ?? ""))
                .Where(suggestion => CanBeTyped(suggestion.Value) && (word.Matches(suggestion.Value) || word.Matches(suggestion.OtherName)))
                .OrderByDescending(suggestion => word.Begins(suggestion.Value))
                .Select(suggestion => ToResult(suggestion, word)), .. Others(wordToComplete ?? "")];
        }
        catch (Exception)
        {
            // A completion must not show an error.
            return [];
        }
    }

    private protected abstract IEnumerable<Suggestion> Suggest(CommandLine line);

    /// <summary>Returns suggestions of another kind, which follow the others.</summary>
    private protected virtual IEnumerable<CompletionResult> Others(string word) => [];

    private static CompletionResult ToResult(Suggestion suggestion, TypedWord word) => new(
        word.Quote(suggestion.Value),
        suggestion.Value,
        CompletionResultType.ParameterValue,
        string.IsNullOrEmpty(suggestion.Tip) ? suggestion.Value : VisibleText.Of(suggestion.Tip));

    private static bool CanBeTyped(string value) => value.Length > 0 && !value.Any(VisibleText.IsHidden);
}
