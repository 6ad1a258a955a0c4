using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>
/// The validated parameters of a request, or of an object in it: each has the type that the schema says. A parameter that is null
/// counts as missing.
/// </summary>
#pragma warning disable CA1815 // Nobody compares parameters.
public readonly struct Parameters
#pragma warning restore CA1815
{
    private readonly JsonElement _element;

    internal Parameters(JsonElement element) => _element = element;

    /// <summary>Returns true when the request has the parameter.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>Returns the parameters as JSON, without some, to compare requests.</summary>
    public string TextWithout(params string[] names) => string.Join(
        ",", _element.EnumerateObject().Where(property => !names.Contains(property.Name)).Select(property => $"{property.Name}:{property.Value.GetRawText()}"));

    /// <summary>The parameters as JSON.</summary>
    internal string Json => _element.GetRawText();

    /// <summary>Parses the JSON of an object.</summary>
    internal static Parameters Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Parameters(document.RootElement.Clone());
    }

    /// <summary>Returns the parameters without some.</summary>
    internal Parameters Without(params string[] names)
    {
        var rest = JsonObject.Create(_element)!;
        foreach (var name in names)
            rest.Remove(name);
        return Parse(rest.ToJsonString());
    }

    /// <summary>Returns the parameters, and of others those that these do not have.</summary>
    internal Parameters Over(Parameters others)
    {
        var all = JsonObject.Create(others._element)!;
        foreach (var member in _element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            all[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return Parse(all.ToJsonString());
    }

    /// <summary>Returns a string, or <paramref name="absent"/> when it is missing.</summary>
    public string Text(string name, string absent = "") => TryGet(name, out var value) ? value.GetString()! : absent;

    /// <summary>Returns true when the request has the parameter and it is not an empty string or list.</summary>
    public bool HasContent(string name) => TryGet(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    /// <summary>Returns a Boolean, false when it is missing.</summary>
    public bool Flag(string name) => TryGet(name, out var value) && value.GetBoolean();

    /// <summary>Returns a Boolean, or <paramref name="absent"/> when it is missing.</summary>
    public bool Flag(string name, bool absent) => TryGet(name, out var value) ? value.GetBoolean() : absent;

    /// <summary>
    /// Returns a whole number, or <paramref name="absent"/> when it is missing; the greatest number for one beyond the range of
    /// the type.
    /// </summary>
    public long Number(string name, long absent) => TryGet(name, out var value) ? Whole(value) : absent;

    /// <summary>Returns a list of whole numbers, empty when it is missing.</summary>
    public IReadOnlyList<long> Numbers(string name) => TryGet(name, out var value) ? [.. value.EnumerateArray().Select(Whole)] : [];

    /// <summary>Returns a list of strings, empty when it is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        TryGet(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    /// <summary>Returns the fields of an object, null when it is missing.</summary>
#pragma warning disable CA1720 // The name is that of the JSON type.
    public Parameters? Object(string name) => TryGet(name, out var value) ? new Parameters(value) : null;
#pragma warning restore CA1720

    /// <summary>Returns a list of objects, empty when it is missing.</summary>
    public IReadOnlyList<Parameters> Objects(string name) =>
        TryGet(name, out var value) ? [.. value.EnumerateArray().Select(item => new Parameters(item))] : [];

    private static long Whole(JsonElement value)
    {
        var isInRange = value.ValueKind == JsonValueKind.String
            ? long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            : value.TryGetInt64(out number);
        return isInRange ? number : long.MaxValue;
    }

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
