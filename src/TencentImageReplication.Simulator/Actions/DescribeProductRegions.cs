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
        return RegionResponse.Write(context, "RegionTypeMC", "LocationMC", "RegionNameMC", "RegionIdMC");
    }
}
