using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>What Tencent's own clients sent, what Tencent publishes, and Tencent's metadata.</summary>
internal static class CaptureFiles
{
    public static JsonNode Load(string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Captures", name)))!;

    public static IReadOnlyList<JsonNode> PythonRequests() =>
        [.. Load("tencentcloud-sdk-python.json")["captures"]!.AsArray().Select(c => c!)];

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A header of a captured request; null when it was not sent.</summary>
    public static string? Header(JsonNode capture, string name) =>
        capture["wire"]!["headers"]!.AsArray()
            .Where(h => string.Equals(h![0]!.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h![1]!.GetValue<string>())
            .FirstOrDefault();

    public static bool SameJson(JsonNode? one, JsonNode? other)
    {
        using var left = JsonDocument.Parse(one?.ToJsonString() ?? "null");
        using var right = JsonDocument.Parse(other?.ToJsonString() ?? "null");
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }
}
