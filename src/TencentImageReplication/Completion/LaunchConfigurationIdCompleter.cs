namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of launch configurations, by ID or by name.</summary>
public sealed class LaunchConfigurationIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.LaunchConfigurations(line).Ids();
}
