namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch configurations for a parameter that takes exact names.</summary>
public sealed class LaunchConfigurationExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.LaunchConfigurations(line).ExactNames();
}
