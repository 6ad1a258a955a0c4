using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

/// <summary>Writes the JSON schema of scenario files from the types that the reader fills, with their doc comments as descriptions.</summary>
internal static partial class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, XElement> Comments = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "TencentImageReplication.Simulator.xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    // What one of the keys must name, in an object that can also change an existing one.
    private static readonly Dictionary<Type, string[]> OneOfRequired = new()
    {
        [typeof(SimulatedAccount)] = ["accountId", "secretId"],
        [typeof(SimulatedRole)] = ["name"],
        [typeof(SimulatedImage)] = ["imageName", "imageId"],
        [typeof(SimulatedInstance)] = ["imageId", "instanceId"],
        [typeof(SimulatedLaunchConfiguration)] = ["launchConfigurationName"],
    };

    public static string Write()
    {
        var definitions = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var root = Object(typeof(ScenarioDocument), definitions);
        root["properties"]!["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "The path of this schema, for editors." };
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A scenario of the simulator",
        };
        foreach (var (key, value) in root.ToList())
        {
            root.Remove(key);
            schema[key] = value;
        }
        schema["$defs"] = new JsonObject(definitions);
        return new StringBuilder(schema.ToJsonString(Layout)).Replace("\r", "").Append('\n').ToString();
    }

    private static JsonObject Object(Type type, SortedDictionary<string, JsonNode?> definitions)
    {
        var properties = new JsonObject();
        foreach (var (key, property) in ScenarioFields.Of(type))
        {
            var value = Value(property, definitions);
            value["description"] = Description(property);
            properties[key] = value;
        }
        var result = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (OneOfRequired.TryGetValue(type, out var alternatives))
            result["anyOf"] = new JsonArray([.. alternatives.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        else if (Required(type) is { Length: > 0 } required)
            result["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]);
        if (type == typeof(ScenarioFault))
        {
            result["not"] = new JsonObject
            {
                ["required"] = new JsonArray("probability"),
                ["anyOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("firstCall") }, new JsonObject { ["required"] = new JsonArray("times") }),
            };
        }
        return result;
    }

    private static string[] Required(Type type) =>
    [
        .. ScenarioFields.Of(type).Where(field => ScenarioFields.IsRequired(field.Value)).Select(field => field.Key),
        .. (ScenarioFields.Positional(type)?.GetParameters() ?? [])
            .Where(parameter => !parameter.HasDefaultValue).Select(parameter => ScenarioFields.Key(parameter.Name!)),
    ];

    private static JsonObject Value(PropertyInfo property, SortedDictionary<string, JsonNode?> definitions)
    {
        var value = Named(property) ?? Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, definitions);
        return ScenarioBinder.CanBeNull(property) ? new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) } : value;
    }

    // Texts that the simulator compares with a list.
    private static JsonObject? Named(PropertyInfo property) => (property.DeclaringType!.Name, property.Name) switch
    {
        (nameof(ScenarioFault), nameof(ScenarioFault.Action)) => Words(Actions),
        (nameof(SimulatedImage), nameof(SimulatedImage.State)) => Words(ImageStates.All),
        (nameof(SimulatedInstance), nameof(SimulatedInstance.State)) => Words(InstanceStates.All),
        (nameof(SimulatedInstance), nameof(SimulatedInstance.InstanceType)) => Words(InstanceTypeCatalog.Names),
        (nameof(ScenarioTemplateVersion), nameof(ScenarioTemplateVersion.InstanceType)) => Words(InstanceTypeCatalog.Names),
        (nameof(ScenarioScalingGroup), nameof(ScenarioScalingGroup.Status)) => Words(ScalingGroupStates.All),
        (nameof(SimulatedCloudOptions), nameof(SimulatedCloudOptions.RateLimits)) => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = Words(Actions),
            ["additionalProperties"] = Scalar(typeof(int)),
        },
        _ => null,
    };

    private static JsonObject Value(Type type, SortedDictionary<string, JsonNode?> definitions)
    {
        if (ScenarioFields.ValueOf(type) is { } valueType)
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(valueType, definitions) };
        if (ScenarioFields.ItemOf(type) is { } itemType)
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = Value(itemType, definitions) };
            return ScenarioFields.AreTags(type)
                ? new JsonObject { ["anyOf"] = new JsonArray(list, new JsonObject { ["type"] = "object", ["additionalProperties"] = Scalar(typeof(string)) }) }
                : list;
        }
        if (!type.IsClass || type == typeof(string))
            return Scalar(type);
        var name = ScenarioFields.Key(type.Name.Replace("Simulated", "", StringComparison.Ordinal));
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = null;
            definitions[name] = Object(type, definitions);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Scalar(Type type)
    {
        if (type.IsEnum)
            return Words(Enum.GetNames(type));
        if (type == typeof(TimeSpan))
            return new JsonObject { ["type"] = "string", ["pattern"] = ScenarioTimes.Duration };
        if (type == typeof(DateTimeOffset))
            return new JsonObject { ["type"] = "string", ["pattern"] = $"{ScenarioTimes.SinceStart}|{ScenarioTimes.PointInTime}" };
        if (type == typeof(double))
            return new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 };
        if (type == typeof(int) || type == typeof(long))
            return new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = int.MaxValue };
        return new JsonObject { ["type"] = type == typeof(bool) ? "boolean" : type == typeof(string) ? "string" : throw new NotSupportedException(type.Name) };
    }

    private static IEnumerable<string> Actions => new SimulatedCloud(new SimulatedCloudOptions(), TimeProvider.System).Actions.Names.Order(StringComparer.Ordinal);

    private static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Distinct().Select(word => (JsonNode)word)]) };

    private static string Description(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var comment = Comments.TryGetValue($"P:{type.FullName}.{property.Name}", out var member)
            ? member.Element("summary")
            : Comments[$"T:{type.FullName}"].Elements("param").First(parameter => parameter.Attribute("name")!.Value == property.Name);
        var text = string.Concat(comment!.Nodes().Select(node => node switch
        {
            XElement element when element.Attribute("cref")?.Value is { } reference => ScenarioFields.Key(reference.Split('.', ':')[^1]),
            XElement element => element.Value,
            _ => node.ToString(SaveOptions.DisableFormatting),
        }));
        return Space().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
