using System.Text.Encodings.Web;
using System.Text.Json;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>
/// Rewrites a response into the documented form: each value has its documented type or is null, lists have no null entries,
/// and texts are clean. All text of the service enters here.
/// </summary>
internal static class ResponseSanitizer
{
    // The result is only read again, so it needs no escapes for other uses and no checks.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Rewrites a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="shape">The documented form.</param>
    /// <returns>JSON in the documented form.</returns>
    public static ReadOnlyMemory<byte> Rewrite(JsonElement response, ResponseShape shape)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            if (!Write(writer, response, shape))
                writer.WriteNullValue();
        }

        return json.GetBuffer().AsMemory(0, (int)json.Length);
    }

    // False if the value cannot be read. Then nothing is written.
    private static bool Write(Utf8JsonWriter writer, JsonElement value, ResponseShape shape)
    {
        switch (shape.Kind)
        {
            case ResponseShapeKind.Object when value.ValueKind == JsonValueKind.Object:
                WriteObject(writer, value, shape);
                return true;
            case ResponseShapeKind.List when value.ValueKind == JsonValueKind.Array:
                _ = WriteList(writer, value, shape);
                return true;
            case ResponseShapeKind.Text when ServiceValue.Text(value) is { } text:
                writer.WriteStringValue(shape.Clean is { } clean ? clean(text) : text);
                return true;
            case ResponseShapeKind.Integer when ServiceValue.Integer(value) is { } integer:
                writer.WriteNumberValue(integer);
                return true;
            case ResponseShapeKind.Real when ServiceValue.Real(value) is { } real:
                writer.WriteNumberValue(real);
                return true;
            case ResponseShapeKind.Flag when ServiceValue.Flag(value) is { } flag:
                writer.WriteBooleanValue(flag);
                return true;
            default:
                return false;
        }
    }

    // Returns the number of items that cannot be read.
    private static int WriteList(Utf8JsonWriter writer, JsonElement value, ResponseShape shape)
    {
        var unreadable = 0;
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray())
            unreadable += Write(writer, item, shape.Items!) ? 0 : 1;
        writer.WriteEndArray();
        return unreadable;
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value, ResponseShape shape)
    {
        writer.WriteStartObject();
        var unreadable = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (!shape.Properties.TryGetValue(property.Name, out var inner))
                continue;
            writer.WritePropertyName(property.Name);
            if (inner.Kind == ResponseShapeKind.List && property.Value.ValueKind == JsonValueKind.Array)
                unreadable += WriteList(writer, property.Value, inner);
            else if (!Write(writer, property.Value, inner))
                writer.WriteNullValue();
        }

        if (shape.Counter is { } counter)
            writer.WriteNumber(counter, unreadable);
        writer.WriteEndObject();
    }
}
