using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the regions of a product: <c>DescribeRegions</c> of the region service, which replaces that of CVM.</summary>
internal sealed class DescribeProductRegions : IApiAction
{
    private const string Product = "cvm";

    public string Name => nameof(DescribeRegions);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        // Inferred: the service knows other products, the simulator plays this one.
        if (context.Parameters.Text("Product") != Product)
            throw new ServiceException("InvalidParameter.ParameterError", "Product");
        if (context.Parameters.Number("Scene", 0) is not (0 or 1))
            throw new ServiceException("InvalidParameter.ParameterError", "Scene");
        var regions = context.Options.AllRegions.OrderBy(region => region.Id, StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["TotalCount"] = regions.Count,
            ["RegionSet"] = Json.List(regions, region => new JsonObject
            {
                ["Region"] = region.Id,
                ["RegionName"] = region.Name(context.Chinese),
                ["RegionState"] = region.IsLegacy ? "UNAVAILABLE" : "AVAILABLE",
                ["RegionTypeMC"] = null,
                ["LocationMC"] = null,
                ["RegionNameMC"] = null,
                ["RegionIdMC"] = null,
            }),
        };
    }
}
