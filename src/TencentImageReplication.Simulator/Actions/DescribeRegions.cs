using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the regions.</summary>
internal sealed class DescribeRegions : IApiAction
{
    public string Name => nameof(DescribeRegions);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context) => RegionResponse.Write(context);
}
