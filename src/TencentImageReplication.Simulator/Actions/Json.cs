using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes lists and tags as JSON.</summary>
internal static class Json
{
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    public static JsonArray Texts(IEnumerable<string> texts) => List(texts, text => JsonValue.Create(text));

    public static JsonArray Tags(IEnumerable<SimulatedTag> tags) =>
        List(tags, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
}
