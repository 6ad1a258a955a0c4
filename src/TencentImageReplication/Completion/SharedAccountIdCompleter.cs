using System.Globalization;

namespace TencentImageReplication.Completion;

/// <summary>Completes the accounts that the images of -ImageId are shared with.</summary>
public sealed class SharedAccountIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.Shares(line.Regions(), line.Values("ImageId")) ?? [])
            .GroupBy(found => found.Item.AccountId, StringComparer.Ordinal)
            .Select(shares => new Suggestion(
                shares.Key, shares.Min(found => found.Item.CreatedTime)?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? ""));
}
