using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Queries;

/// <summary>Merges the regions that this version knows with the list of the service.</summary>
internal static class RegionList
{
    private const string AvailableState = "AVAILABLE";

    /// <summary>Returns all regions: first those that this version knows, then those that only the service knows.</summary>
    /// <param name="listed">The list of the service; null if there is none.</param>
    internal static IReadOnlyList<TccRegion> Merge(IReadOnlyList<RegionInfo>? listed)
    {
        var unmerged = new Dictionary<string, RegionInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in listed ?? [])
            unmerged[region.Region] = region;

        var merged = new List<TccRegion>();
        foreach (var known in RegionCatalog.All)
        {
            unmerged.TryGetValue(known.Id, out var region);
            unmerged.Remove(known.Id);
            merged.Add(From(known, region));
        }

        merged.AddRange(unmerged.Values.Select(region => From(null, region)));
        return merged;
    }

    // The service no longer keeps its list up to date, so a region that it does not list may still exist.
    private static TccRegion From(CloudRegion? known, RegionInfo? listed) => new()
    {
        Region = known?.Id ?? listed!.Region,
        DisplayName = listed?.RegionName ?? known?.DisplayName ?? "",
        Area = known?.Area switch
        {
            RegionArea.ChineseMainland => TccRegionArea.ChineseMainland,
            RegionArea.ChineseMainlandFinance => TccRegionArea.ChineseMainlandFinance,
            RegionArea.Outside => TccRegionArea.Outside,
            _ => null,
        },
        Available = listed is not null ? listed.RegionState == AvailableState
            : known is { IsLegacy: true } ? false
            : null,
    };
}
