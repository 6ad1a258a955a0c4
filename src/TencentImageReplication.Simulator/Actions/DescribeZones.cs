using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the zones of a region.</summary>
internal sealed class DescribeZones : IApiAction
{
    public string Name => nameof(DescribeZones);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var zones = ZoneCatalog.In(context.Region, context.Options);
        return new JsonObject
        {
            ["TotalCount"] = zones.Count,
            ["ZoneSet"] = Json.List(zones, zone => new JsonObject
            {
                ["Zone"] = zone.Id,
                ["ZoneName"] = zone.DisplayName(context.Chinese),
                ["ZoneId"] = zone.Number,
                ["ZoneState"] = zone.IsAvailable ? "AVAILABLE" : "UNAVAILABLE",
            }),
        };
    }
}
