using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of scaling groups for a parameter that takes wildcards.</summary>
public sealed class AutoScalingGroupNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.ScalingGroups(line.Regions()) ?? [])
            .GroupBy(found => found.Item.AutoScalingGroupName, StringComparer.OrdinalIgnoreCase)
            .Select(named => new Suggestion(
                NameSuggestions.Pattern(named.Key), string.Join("; ", named.Select(found => Messages.AutoScalingGroupTip(found.Item, found.Region)))));
}
