using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch configurations for a parameter that takes exact names.</summary>
public sealed class LaunchConfigurationExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.LaunchConfigurations(line.Regions()) ?? [])
            .GroupBy(found => found.Item.LaunchConfigurationName, StringComparer.Ordinal)
            .Select(named => new Suggestion(
                named.Key, string.Join("; ", named.Select(found => Messages.LaunchConfigurationTip(found.Item, found.Region)))));
}
