using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The JSON envelope of all responses. Errors also have the status 200.</summary>
internal static class Envelope
{
    private const string MediaType = "application/json";

    // The service sends Chinese characters without escapes.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SimulatedResponse Success(JsonObject fields, string requestId)
    {
        fields["RequestId"] = requestId;
        return Json(fields);
    }

    public static SimulatedResponse Error(string code, string? subject, string requestId, bool chinese, string? textCode = null) => Json(new JsonObject
    {
        ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = ErrorText.For(textCode ?? code, subject, chinese) },
        ["RequestId"] = requestId,
    });

    private static SimulatedResponse Json(JsonObject response)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
            new JsonObject { ["Response"] = response }.WriteTo(writer);
        return new SimulatedResponse(200, MediaType, stream.ToArray(), SimulatedDelivery.Whole);
    }
}
