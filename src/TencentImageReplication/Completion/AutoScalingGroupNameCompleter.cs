namespace TencentImageReplication.Completion;

/// <summary>Completes the names of scaling groups for a parameter that takes wildcards.</summary>
public sealed class AutoScalingGroupNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.ScalingGroups(line).NamePatterns();
}
