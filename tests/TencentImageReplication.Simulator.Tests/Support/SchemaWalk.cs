using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>Checks a response against the schema: every field has its type and is null only where that is allowed.</summary>
internal static class SchemaWalk
{
    // Tencent's descriptions say that these are null for instances charged by the hour, but the metadata does not mark them.
    private static readonly string[] NullInProse = ["Instance.RenewFlag", "Instance.ExpiredTime"];

    public static void Check(ActionTable actions, string action, ResponseBody response)
    {
        Assert.True(Guid.TryParse(response.RequestId, out _));
        if (response.Code is { } code)
        {
            Assert.NotEqual(code + ".", response.Message);
            Assert.Equal(["Error", "RequestId"], response.Fields.EnumerateObject().Select(field => field.Name));
            return;
        }
        var schema = actions.Schema(action);
        Object(schema, action + "Response", schema.Response(action), response.Fields);
    }

    /// <summary>Returns the fields of a CVM response type that are missing in a response.</summary>
    public static IEnumerable<string> Missing(string type, JsonElement value) =>
        new ActionTable().Schema("DescribeImages").Fields(type)!.Keys.Where(name => !value.TryGetProperty(name, out _));

    private static void Object(ApiSchema schema, string type, IReadOnlyDictionary<string, SchemaField> fields, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(fields.TryGetValue(member.Name, out var field), $"{type} has no field {member.Name}.");
            var path = $"{type}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                Assert.True(field.IsNullable || NullInProse.Contains(path), $"{path} is never null.");
                continue;
            }
            Assert.Equal(field.IsList, member.Value.ValueKind == JsonValueKind.Array);
            foreach (var item in field.IsList ? member.Value.EnumerateArray().ToArray() : [member.Value])
                Value(schema, path, field.Type, item);
        }
    }

    private static void Value(ApiSchema schema, string path, string type, JsonElement value)
    {
        if (schema.Fields(type) is { } fields)
        {
            Object(schema, type, fields, value);
            return;
        }
        var fits = type switch
        {
            "int64" or "uint64" => value.TryGetInt64(out _),
            "float" => value.ValueKind == JsonValueKind.Number,
            "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "datetime_iso" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
            _ => value.ValueKind == JsonValueKind.String,
        };
        Assert.True(fits, $"{path} is no {type}: {value}");
    }
}
