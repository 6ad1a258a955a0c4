using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the names of scaling groups for a parameter that takes exact names.</summary>
public sealed class AutoScalingGroupExactNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.ScalingGroups(line.Regions()) ?? [])
            .GroupBy(found => found.Item.AutoScalingGroupName, StringComparer.Ordinal)
            .Select(named => new Suggestion(
                named.Key, string.Join("; ", named.Select(found => Messages.AutoScalingGroupTip(found.Item, found.Region)))));
}
