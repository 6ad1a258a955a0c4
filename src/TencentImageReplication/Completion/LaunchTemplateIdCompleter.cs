namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of launch templates, by ID or by name.</summary>
public sealed class LaunchTemplateIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.LaunchTemplates(line).Ids();
}
