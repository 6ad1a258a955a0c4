namespace TencentImageReplication.Completion;

/// <summary>Completes the accounts that the images of -ImageId are shared with, or those of any images if they come from the pipeline.</summary>
public sealed class SharedAccountIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        ImageSuggestions.Accounts(line, line.Values("ImageId") is { Count: > 0 } given ? given : ImageSuggestions.SomeIds(line));
}
