namespace TencentImageReplication.Completion;

/// <summary>Completes the zones of a region, with -InstanceType only those that sell the type.</summary>
public sealed class ZoneCompleter : ValueCompleter
{
    private const string Open = "AVAILABLE";

    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var selling = line.Values("InstanceType") is { Count: > 0 } types
            ? new HashSet<string>(InstanceTypesOnSale.In(line).Where(offer => types.Contains(offer.InstanceType)).Select(offer => offer.Zone))
            : [];
        return (line.Lookup?.Zones(line.Regions()) ?? [])
            .Where(found => found.Item.ZoneState == Open && (selling.Count == 0 || selling.Contains(found.Item.Zone)))
            .Select(found => new Suggestion(found.Item.Zone, found.Item.ZoneName));
    }
}
