using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Completes the instance types on sale in a region, or in the zone of -Zone.</summary>
public sealed class InstanceTypeCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var zones = line.Values("Zone");
        return InstanceTypesOnSale.In(line)
            .Where(offer => zones.Count == 0 || zones.Contains(offer.Zone, StringComparer.OrdinalIgnoreCase))
            .GroupBy(offer => offer.InstanceType, StringComparer.Ordinal)
            .Select(offers => (Type: offers.Key, First: offers.First()))
            .OrderBy(found => found.First.InstanceFamily ?? found.Type, StringComparer.Ordinal)
            .ThenBy(found => found.First.Cpu)
            .ThenBy(found => found.First.Memory)
            .Select(found => new Suggestion(found.Type, Messages.InstanceTypeTip(found.First.Cpu, found.First.Memory)));
    }
}
