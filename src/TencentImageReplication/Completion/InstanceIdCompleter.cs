using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of instances, by ID or by name.</summary>
public sealed class InstanceIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) =>
        (line.Lookup?.Instances(line.Regions(RegionParameter(line))) ?? [])
            .OrderBy(found => found.Item.InstanceName, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Suggestion(
                found.Item.InstanceId, Messages.InstanceTip(found.Item, found.Region), found.Item.InstanceName));

    // The instance of -LikeInstanceId has its own region.
    private static string RegionParameter(CommandLine line) =>
        line.ParameterName == "LikeInstanceId" ? "LikeInstanceRegion" : "Region";
}
