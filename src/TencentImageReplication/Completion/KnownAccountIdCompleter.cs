namespace TencentImageReplication.Completion;

/// <summary>Completes the accounts that other images of the region are shared with, but not yet those of -ImageId.</summary>
public sealed class KnownAccountIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var given = ImageSuggestions.Accounts(line, line.Values("ImageId")).Select(account => account.Value).ToList();
        return ImageSuggestions.Accounts(line, ImageSuggestions.SomeIds(line)).Where(account => !given.Contains(account.Value));
    }
}
