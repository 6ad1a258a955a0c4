namespace TencentImageReplication.Completion;

/// <summary>Completes the names of launch templates for a parameter that takes wildcards.</summary>
public sealed class LaunchTemplateNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.LaunchTemplates(line).NamePatterns();
}
