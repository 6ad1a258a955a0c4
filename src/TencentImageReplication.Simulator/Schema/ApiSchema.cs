using System.Text.Json;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Schema;

/// <summary>Tencent's own metadata of the service: which fields there are, and of which type.</summary>
internal sealed class ApiSchema
{
    private readonly Dictionary<string, (string Request, string Response)> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SchemaField>> _objects = new(StringComparer.Ordinal);

    private ApiSchema(JsonElement root)
    {
        Service = root.GetProperty("service").GetString()!;
        Version = root.GetProperty("version").GetString()!;
        foreach (var action in root.GetProperty("actions").EnumerateObject())
            _actions[action.Name] = (action.Value.GetProperty("request").GetString()!, action.Value.GetProperty("response").GetString()!);
        foreach (var type in root.GetProperty("objects").EnumerateObject())
        {
            _objects[type.Name] = type.Value.EnumerateObject()
                .ToDictionary(field => field.Name, field => SchemaField.Parse(field.Value.GetString()!), StringComparer.Ordinal);
        }
    }

    public string Service { get; }

    public string Version { get; }

    public static ApiSchema Load(string name)
    {
        using var stream = typeof(ApiSchema).Assembly.GetManifestResourceStream(name + ".json")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new ApiSchema(document.RootElement);
    }

    /// <summary>The fields of an action's response, by name; for objects inside it see <see cref="Fields"/>.</summary>
    public IReadOnlyDictionary<string, SchemaField> Response(string action) => _objects[_actions[action].Response];

    /// <summary>The fields of a type, null when the name is that of a scalar.</summary>
    public IReadOnlyDictionary<string, SchemaField>? Fields(string type) => _objects.TryGetValue(type, out var fields) ? fields : null;

    /// <summary>The type of the scalar at a path such as <c>Filters.0.Values.1</c>; null when there is none.</summary>
    public string? ScalarType(string action, IEnumerable<string> path)
    {
        var type = _actions[action].Request;
        foreach (var label in path)
        {
            if (label.Length > 0 && char.IsDigit(label[0]))
                continue;
            if (Fields(type) is not { } fields || !fields.TryGetValue(label, out var field))
                return null;
            type = field.Type;
        }
        return type;
    }

    /// <summary>Refuses parameters that the action does not have, has of another type, or misses.</summary>
    public void Validate(string action, JsonElement parameters) => ValidateObject(_actions[action].Request, parameters, "");

    private void ValidateObject(string type, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new ServiceException("InvalidParameter", path);
        var fields = _objects[type];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!fields.TryGetValue(member.Name, out var field))
                throw new ServiceException("UnknownParameter", memberPath);
            // Null is how some clients say "not given".
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            seen.Add(member.Name);
            ValidateField(field, member.Value, memberPath);
        }
        var missing = fields.FirstOrDefault(field => field.Value.IsRequired && !seen.Contains(field.Key)).Key;
        if (missing is not null)
            throw new ServiceException("MissingParameter", path.Length == 0 ? missing : $"{path}.{missing}");
    }

    private void ValidateField(SchemaField field, JsonElement value, string path)
    {
        if (!field.IsList)
        {
            ValidateValue(field.Type, value, path);
            return;
        }
        if (value.ValueKind != JsonValueKind.Array)
            throw new ServiceException("InvalidParameter", path);
        var index = 0;
        foreach (var item in value.EnumerateArray())
            ValidateValue(field.Type, item, FormattableString.Invariant($"{path}.{index++}"));
    }

    private void ValidateValue(string type, JsonElement value, string path)
    {
        if (_objects.ContainsKey(type))
            ValidateObject(type, value, path);
        else if (!IsScalar(type, value))
            throw new ServiceException("InvalidParameter", path);
    }

    private static bool IsScalar(string type, JsonElement value) => type switch
    {
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "int64" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "uint64" => value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out _),
        "float" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.String,
    };
}
