using System.Collections;
using System.Text.Json;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>Writes a request as JSON: the properties of its model that have a value, with their names.</summary>
internal static class RequestWriter
{
    /// <summary>Returns the body of a request.</summary>
    public static byte[] Write(object request)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
            WriteObject(writer, request);
        return body.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case IEnumerable list:
                WriteList(writer, list);
                break;
            default:
                WriteObject(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            WriteValue(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, object model)
    {
        writer.WriteStartObject();
        foreach (var property in model.GetType().GetProperties())
        {
            if (property.GetValue(model) is not { } value)
                continue;
            writer.WritePropertyName(property.Name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }
}
