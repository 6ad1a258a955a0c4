namespace TencentImageReplication.Completion;

/// <summary>Completes the IDs of instances, by ID or by name.</summary>
public sealed class InstanceIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line) => TargetSuggestions.Instances(line, RegionParameter(line)).Ids();

    // The instance of -LikeInstanceId has its own region.
    private static string RegionParameter(CommandLine line) =>
        line.ParameterName == "LikeInstanceId" ? "LikeInstanceRegion" : "Region";
}
