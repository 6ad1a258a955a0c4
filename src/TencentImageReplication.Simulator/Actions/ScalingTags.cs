using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes the tags of objects of auto scaling, which also have the type of the object.</summary>
internal static class ScalingTags
{
    public static JsonArray Write(IEnumerable<SimulatedTag> tags, string resourceType) =>
        Json.List(tags, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value, ["ResourceType"] = resourceType });
}
