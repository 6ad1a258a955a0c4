using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Completion;

/// <summary>Completes the regions that an image can be copied to: not its own region, and none that the rules forbid.</summary>
public sealed class DestinationRegionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CommandLine line)
    {
        var sources = line.Regions();
        var allowCrossBorder = line.IsOn("AllowCrossBorder");
        var chosen = new HashSet<string>(line.EarlierValues(), StringComparer.OrdinalIgnoreCase);
        return RegionCatalog.All
            .Where(region => !region.IsLegacy && !chosen.Contains(region.Id))
            .Where(region => sources.Count == 0
                || sources.Any(source => RegionRules.CheckDestination(source, region.Id, allowCrossBorder) is null))
            .Select(region => new Suggestion(region.Id, region.DisplayName));
    }
}
