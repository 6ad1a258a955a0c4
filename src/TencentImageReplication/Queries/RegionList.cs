using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Queries;

/// <summary>Puts together what this version knows of the regions and what the service says.</summary>
internal static class RegionList
{
    private const string AvailableState = "AVAILABLE";

    /// <summary>All regions: those that this version knows in its order, then those that only the service knows.</summary>
    /// <param name="answer">What the service says; null when it was not asked or did not answer.</param>
    internal static IReadOnlyList<TccRegion> Merge(IReadOnlyList<RegionInfo>? answer)
    {
        var told = new Dictionary<string, RegionInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in answer ?? [])
            told[region.Region] = region;

        var merged = new List<TccRegion>();
        foreach (var known in RegionCatalog.All)
        {
            told.TryGetValue(known.Id, out var region);
            told.Remove(known.Id);
            merged.Add(From(known, region));
        }

        merged.AddRange(told.Values.Select(region => From(null, region)));
        return merged;
    }

    // The service no longer keeps its list up to date, so that a region missing from it may be there all the same.
    private static TccRegion From(CloudRegion? known, RegionInfo? told) => new()
    {
        Region = known?.Id ?? told!.Region,
        DisplayName = told?.RegionName ?? known?.DisplayName ?? "",
        Area = known?.Area switch
        {
            RegionArea.ChineseMainland => TccRegionArea.ChineseMainland,
            RegionArea.ChineseMainlandFinance => TccRegionArea.ChineseMainlandFinance,
            RegionArea.Outside => TccRegionArea.Outside,
            _ => null,
        },
        Available = told is not null ? told.RegionState == AvailableState
            : known is { IsLegacy: true } ? false
            : null,
    };
}
