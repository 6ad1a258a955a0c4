namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of scaling groups, by ID or by name.</summary>
public sealed class AutoScalingGroupIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.ScalingGroups(line).Ids();
}
