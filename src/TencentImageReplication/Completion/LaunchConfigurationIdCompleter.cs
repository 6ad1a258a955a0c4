using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of launch configurations, by ID or by name.</summary>
public sealed class LaunchConfigurationIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.LaunchConfigurations(line.Regions()) ?? [])
            .OrderBy(found => found.Item.LaunchConfigurationName, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Suggestion(found.Item.LaunchConfigurationId, Messages.LaunchConfigurationTip(found.Item, found.Region), found.Item.LaunchConfigurationName));
}
