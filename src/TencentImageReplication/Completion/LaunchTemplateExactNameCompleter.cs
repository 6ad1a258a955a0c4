namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch templates for a parameter that takes exact names.</summary>
public sealed class LaunchTemplateExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.LaunchTemplates(line).ExactNames();
}
