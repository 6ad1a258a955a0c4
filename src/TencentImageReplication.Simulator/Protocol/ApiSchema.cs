using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>
/// The requests and responses of a service: their fields and the types of these, from Tencent's own API metadata. Requests are
/// validated against it.
/// </summary>
public sealed class ApiSchema
{
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly Dictionary<string, (string Request, string Response)> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SchemaField>> _objects = new(StringComparer.Ordinal);

    private readonly Lazy<ApiSchema> _international;

    private ApiSchema(ApiSchema china)
    {
        Service = china.Service;
        Version = china.Version;
        _international = new Lazy<ApiSchema>(() => this);
        foreach (var action in china._actions.Where(action => InternationalSite.HasAction(Service, action.Key)))
            _actions.Add(action.Key, action.Value);
        foreach (var type in china._objects)
        {
            _objects.Add(type.Key, type.Value.Where(field => InternationalSite.HasField(Service, type.Key, field.Key))
                .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal));
        }
    }

    private ApiSchema(JsonElement root)
    {
        _international = new Lazy<ApiSchema>(() => new ApiSchema(this));
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

    /// <summary>The name of the service in endpoints and signatures, such as <c>cvm</c>.</summary>
    public string Service { get; }

    /// <summary>The version of the API, as in the header <c>X-TC-Version</c>.</summary>
    public string Version { get; }

    /// <summary>Reads a schema in the notation of the files in <c>Protocol/Schema</c>.</summary>
    /// <param name="json">
    /// An object with <c>service</c>, <c>version</c>, <c>actions</c> (the names of the request and the response object of each) and
    /// <c>objects</c> (the fields of each: a type, in brackets for a list, with <c>!</c> when required and <c>?</c> when nullable).
    /// </param>
    /// <exception cref="ArgumentException">The text is not such a schema.</exception>
    public static ApiSchema Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var schema = new ApiSchema(document.RootElement);
            foreach (var action in schema._actions)
            {
                foreach (var type in new[] { action.Value.Request, action.Value.Response })
                {
                    if (schema.Fields(type) is null)
                        throw new ArgumentException($"The schema of the action '{action.Key}' has no object '{type}'.", nameof(json));
                }
            }
            return schema;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ArgumentException($"The text is not a schema: {error.Message}", nameof(json), error);
        }
    }

    /// <summary>Returns true when the schema has the requests and responses of an action.</summary>
    public bool Describes(string action) => _actions.ContainsKey(action);

    /// <summary>Reads a schema that is embedded in this assembly.</summary>
    internal static ApiSchema Load(string name)
    {
        using var stream = typeof(ApiSchema).Assembly.GetManifestResourceStream(name + ".json")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new ApiSchema(document.RootElement);
    }

    /// <summary>The schema of the international site.</summary>
    internal ApiSchema International => _international.Value;

    /// <summary>Removes the fields of a response that the schema does not have.</summary>
    internal void Prune(string action, JsonObject response) => PruneObject(_actions[action].Response, response);

    private void PruneObject(string type, JsonObject value)
    {
        foreach (var name in value.Select(field => field.Key).Where(name => !_objects[type].ContainsKey(name)).ToList())
            value.Remove(name);
        foreach (var field in value.Where(field => _objects.ContainsKey(_objects[type][field.Key].Type)))
        {
            foreach (var item in field.Value is JsonArray list ? list : new JsonNode?[] { field.Value }.AsEnumerable())
            {
                if (item is JsonObject inner)
                    PruneObject(_objects[type][field.Key].Type, inner);
            }
        }
    }

    /// <summary>The fields of an action's response, by name; for objects inside it see <see cref="Fields"/>.</summary>
    internal IReadOnlyDictionary<string, SchemaField> Response(string action) => _objects[_actions[action].Response];

    /// <summary>The fields of a type, null when the name is that of a scalar.</summary>
    internal IReadOnlyDictionary<string, SchemaField>? Fields(string type) => _objects.TryGetValue(type, out var fields) ? fields : null;

    /// <summary>The type of the scalar at a path such as <c>Filters.0.Values.1</c>; null when there is none.</summary>
    internal string? ScalarType(string action, IEnumerable<string> path)
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

    /// <summary>Refuses unknown parameters, wrong types and missing required parameters.</summary>
    internal void Validate(string action, JsonElement parameters) => ValidateObject(_actions[action].Request, parameters, "");

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

    private static bool IsText(JsonElement value, Func<string, bool> fits) => value.ValueKind == JsonValueKind.String && fits(value.GetString()!);

    private static bool IsScalar(string type, JsonElement value) => type switch
    {
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        // One of Tencent's examples sends a number as a text.
        "int64" => value.ValueKind == JsonValueKind.Number ? value.TryGetInt64(out _) : IsText(value, text => long.TryParse(text, Digits, Culture, out _)),
        "uint64" => value.ValueKind == JsonValueKind.Number ? value.TryGetUInt64(out _) : IsText(value, text => ulong.TryParse(text, Digits, Culture, out _)),
        "float" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.String,
    };
}
