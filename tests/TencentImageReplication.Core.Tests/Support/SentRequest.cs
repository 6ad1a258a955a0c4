using System.Text.Json.Nodes;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>A request as it would go on the wire.</summary>
internal sealed record SentRequest(
    HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body, HttpRequestMessage Message)
{
    public string Action => Headers["X-TC-Action"];

    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<SentRequest> FromAsync(HttpRequestMessage request)
    {
        var headers = request.Headers.Concat(request.Content!.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new SentRequest(
            request.Method, request.RequestUri!, headers, await request.Content.ReadAsByteArrayAsync(), request);
    }
}
