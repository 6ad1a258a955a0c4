using System.Text.Json;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>A request of the official Python client, with the input of its signature.</summary>
internal sealed record Capture(
    string Case, string Mode, string Action, SimulatedRequest Request, long Timestamp, string? Token, string CanonicalRequest, string Signature)
{
    public static JsonElement File { get; } = Read("tencentcloud-sdk-python.json");

    public static IReadOnlyList<Capture> All { get; } = [.. File.GetProperty("captures").EnumerateArray().Select(From)];

    public static JsonElement Read(string name)
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Captures", name));
        return JsonDocument.Parse(stream).RootElement.Clone();
    }

    private static Capture From(JsonElement capture)
    {
        var wire = capture.GetProperty("wire");
        var verify = capture.GetProperty("verify");
        var headers = wire.GetProperty("headers").EnumerateArray().Select(header => KeyValuePair.Create(header[0].GetString()!, header[1].GetString()!));
        var request = new SimulatedRequest(
            wire.GetProperty("method").GetString()!, wire.GetProperty("path").GetString()!, headers, wire.GetProperty("body_b64").GetBytesFromBase64());
        return new Capture(
            capture.GetProperty("case").GetString()!, capture.GetProperty("mode").GetString()!, capture.GetProperty("action").GetString()!, request,
            capture.GetProperty("timestamp").GetInt64(), capture.GetProperty("token").GetString(),
            verify.GetProperty("canonical_request").GetString()!, verify.GetProperty("signature").GetString()!);
    }
}
