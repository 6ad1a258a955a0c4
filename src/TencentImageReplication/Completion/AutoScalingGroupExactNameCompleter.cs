namespace TencentImageReplication.Completion;

/// <summary>Completes the names of scaling groups for a parameter that takes exact names.</summary>
public sealed class AutoScalingGroupExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.ScalingGroups(line).ExactNames();
}
