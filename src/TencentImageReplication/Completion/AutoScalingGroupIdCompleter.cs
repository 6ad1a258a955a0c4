using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of scaling groups, by ID or by name.</summary>
public sealed class AutoScalingGroupIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.ScalingGroups(line.Regions()) ?? [])
            .OrderBy(found => found.Item.AutoScalingGroupName, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Suggestion(found.Item.AutoScalingGroupId, Messages.AutoScalingGroupTip(found.Item, found.Region), found.Item.AutoScalingGroupName));
}
