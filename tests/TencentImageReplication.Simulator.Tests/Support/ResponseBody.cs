using System.Text.Json;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>The content of the envelope.</summary>
internal sealed record ResponseBody(JsonElement Fields)
{
    public string? Code => Error?.GetProperty("Code").GetString();

    public string? Message => Error?.GetProperty("Message").GetString();

    public string RequestId => Fields.GetProperty("RequestId").GetString()!;

    public long TotalCount => Fields.GetProperty("TotalCount").GetInt64();

    public IReadOnlyList<JsonElement> List(string name) => [.. Fields.GetProperty(name).EnumerateArray()];

    public IReadOnlyList<string> Texts(string list, string? field = null) =>
        [.. List(list).Select(item => (field is null ? item : item.GetProperty(field)).GetString()!)];

    private JsonElement? Error => Fields.TryGetProperty("Error", out var error) ? error : null;

    public static ResponseBody Parse(byte[] body) => new(JsonDocument.Parse(body).RootElement.GetProperty("Response"));
}
