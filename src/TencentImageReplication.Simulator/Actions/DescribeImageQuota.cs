using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Returns the quota of custom images in a region.</summary>
internal sealed class DescribeImageQuota : IApiAction
{
    public string Name => nameof(DescribeImageQuota);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context) => new() { ["ImageNumQuota"] = ImageQuota.In(context.Region, context.Options) };
}
