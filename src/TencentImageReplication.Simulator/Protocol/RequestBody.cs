using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The parameters of a request as JSON: the body of a POST, or the flattened names of a GET's query.</summary>
internal static class RequestBody
{
    public static JsonDocument Read(SimulatedRequest request, ApiSchema schema, string action)
    {
        if (request.Method == "GET")
            return FromQuery(request.Query, schema, action);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(request.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement))
                return document;
        }
        catch (JsonException error)
        {
            throw new ServiceException("InvalidParameter", error.Message);
        }
        document.Dispose();
        throw new ServiceException("InvalidParameter");
    }

    /// <summary>Returns true when all names and strings are valid text: the parser accepts bytes and escapes that are not characters.</summary>
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonDocument FromQuery(string query, ApiSchema schema, string action)
    {
        var root = new JsonObject();
        foreach (var pair in query.Split('&').Where(pair => pair.Length > 0))
        {
            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair.Substring(0, equals));
            var path = name.Split('.');
            Put(root, path, Value(schema.ScalarType(action, path), Decode(equals < 0 ? "" : pair.Substring(equals + 1)), name), name);
        }
        return JsonDocument.Parse(root.ToJsonString());
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static JsonValue Value(string? type, string text, string name) => type switch
    {
        "int64" or "uint64" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "float" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "bool" when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        "int64" or "uint64" or "float" or "bool" => throw new ServiceException("InvalidParameter", name),
        _ => JsonValue.Create(text),
    };

    /// <summary>Sets the value at a path such as <c>Filters.0.Values.1</c>.</summary>
    private static void Put(JsonObject root, string[] path, JsonNode value, string name)
    {
        JsonNode parent = root;
        for (var i = 0; i < path.Length; i++)
        {
            var last = i == path.Length - 1;
            var next = last ? value : (i + 1 < path.Length && IsIndex(path[i + 1]) ? new JsonArray() : new JsonObject());
            if (parent is JsonArray list && int.TryParse(path[i], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= list.Count)
            {
                if (index == list.Count)
                    list.Add(next);
                parent = list[index]!;
            }
            else if (parent is JsonObject fields)
            {
                fields[path[i]] ??= next;
                parent = fields[path[i]]!;
            }
            else
            {
                throw new ServiceException("InvalidParameter", name);
            }
        }
    }

    private static bool IsIndex(string label) => label.Length > 0 && label.All(character => character is >= '0' and <= '9');
}
