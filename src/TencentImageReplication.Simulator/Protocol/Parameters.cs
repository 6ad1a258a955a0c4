using System.Text.Json;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>Validated parameters: what is there has the right type. Null counts as not there.</summary>
internal readonly struct Parameters
{
    private readonly JsonElement _element;

    public Parameters(JsonElement element) => _element = element;

    public bool Has(string name) => TryGet(name, out _);

    public string Text(string name, string absent = "") => TryGet(name, out var value) ? value.GetString()! : absent;

    /// <summary>Whether there is anything in it: an empty text or list counts as not given.</summary>
    public bool HasContent(string name) => TryGet(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    public bool Flag(string name) => TryGet(name, out var value) && value.GetBoolean();

    public bool Flag(string name, bool absent) => TryGet(name, out var value) ? value.GetBoolean() : absent;

    /// <summary>A whole number; one beyond the range of the type is as good as the greatest.</summary>
    public long Number(string name, long absent) =>
        !TryGet(name, out var value) ? absent : value.TryGetInt64(out var number) ? number : long.MaxValue;

    public IReadOnlyList<string> Texts(string name) =>
        TryGet(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    public Parameters? Object(string name) => TryGet(name, out var value) ? new Parameters(value) : null;

    public IReadOnlyList<Parameters> Objects(string name) =>
        TryGet(name, out var value) ? [.. value.EnumerateArray().Select(item => new Parameters(item))] : [];

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
