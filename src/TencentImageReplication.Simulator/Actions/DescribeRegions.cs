using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the regions.</summary>
internal sealed class DescribeRegions : IApiAction
{
    public string Name => nameof(DescribeRegions);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var regions = context.Options.AllRegions.OrderBy(region => region.Id, StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["TotalCount"] = regions.Count,
            ["RegionSet"] = Json.List(regions, region => new JsonObject
            {
                ["Region"] = region.Id,
                ["RegionName"] = region.Name(context.Chinese),
                ["RegionState"] = region.IsLegacy ? "UNAVAILABLE" : "AVAILABLE",
            }),
        };
    }
}
