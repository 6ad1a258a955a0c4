using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes the list of regions, which two services return.</summary>
internal static class RegionResponse
{
    /// <summary>Writes the list.</summary>
    /// <param name="context">The request.</param>
    /// <param name="emptyFields">Fields of each region that have no value for callers of the API.</param>
    public static JsonObject Write(ActionContext context, params string[] emptyFields)
    {
        var regions = context.Options.AllRegions.OrderBy(region => region.Id, StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["TotalCount"] = regions.Count,
            ["RegionSet"] = Json.List(regions, region =>
            {
                var item = new JsonObject
                {
                    ["Region"] = region.Id,
                    ["RegionName"] = region.Name(context.Chinese),
                    ["RegionState"] = region.IsLegacy ? "UNAVAILABLE" : "AVAILABLE",
                };
                foreach (var field in emptyFields)
                    item[field] = null;
                return item;
            }),
        };
    }
}
