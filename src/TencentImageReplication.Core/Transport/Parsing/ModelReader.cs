using System.Collections;
using System.Text.Json;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>
/// Reads a response into its model: each value has its documented type or is null, lists have no null entries, and texts are clean.
/// All text of the service enters here.
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads a response.</summary>
    /// <param name="response">The object <c>Response</c>.</param>
    public static TResponse Read<TResponse>(JsonElement response)
        where TResponse : class =>
        (TResponse)ReadObject(response, ResponseShape.Of(typeof(TResponse)));

    // Null if the value cannot be read.
    private static object? ReadValue(JsonElement value, ResponseShape shape) => shape.Kind switch
    {
        ResponseShapeKind.Object => value.ValueKind == JsonValueKind.Object ? ReadObject(value, shape) : null,
        ResponseShapeKind.List => value.ValueKind == JsonValueKind.Array ? ReadList(value, shape) : null,
        ResponseShapeKind.Integer => ServiceValue.Integer(value),
        ResponseShapeKind.Real => ServiceValue.Real(value),
        ResponseShapeKind.Flag => ServiceValue.Flag(value),
        ResponseShapeKind.Time => ServiceValue.Time(value),
        _ => ServiceValue.Text(value) is { } text ? shape.Clean(text) : null,
    };

    private static object ReadObject(JsonElement value, ResponseShape shape)
    {
        var model = Activator.CreateInstance(shape.Type)!;
        var unreadable = 0;
        foreach (var json in value.EnumerateObject())
        {
            if (!shape.Properties.TryGetValue(json.Name, out var property))
                continue;
            var read = ReadValue(json.Value, property.Shape);
            property.Property.SetValue(model, read);
            if (read is IList list)
                unreadable += json.Value.GetArrayLength() - list.Count;
        }

        if (model is ApiResponse response)
            response.UnreadableItems = unreadable;
        return model;
    }

    private static IList ReadList(JsonElement value, ResponseShape shape)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(shape.Items!.Type))!;
        foreach (var item in value.EnumerateArray())
        {
            if (ReadValue(item, shape.Items) is { } read)
                list.Add(read);
        }

        return list;
    }
}
