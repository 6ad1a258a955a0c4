using System.Text.Json.Nodes;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Simulator.Catalog;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the regions.</summary>
internal sealed class DescribeRegions : IApiAction
{
    public string Name => nameof(DescribeRegions);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context) => new()
    {
        ["TotalCount"] = RegionCatalog.All.Count,
        ["RegionSet"] = Json.List(RegionCatalog.All.OrderBy(region => region.Id, StringComparer.Ordinal), region => new JsonObject
        {
            ["Region"] = region.Id,
            ["RegionName"] = RegionNames.Of(region, context.Chinese),
            ["RegionState"] = region.IsLegacy ? "UNAVAILABLE" : "AVAILABLE",
        }),
    };
}
