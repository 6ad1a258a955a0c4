using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>
/// Fields of an answer by their names, as leniently as <see cref="CvmResponseJsonContext"/> reads them: what is missing is null,
/// and a number may be text.
/// </summary>
/// <remarks>A value of another type is a <see cref="JsonException"/> with the name as its path.</remarks>
internal static class JsonFields
{
    /// <summary>A text.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        Find(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Unexpected(name);

    /// <summary>A whole number.</summary>
    public static long? Number(this JsonElement parent, string name) =>
        Find(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : value.ValueKind == JsonValueKind.String && long.TryParse(
            value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written
        : throw Unexpected(name);

    /// <summary>True or false.</summary>
    public static bool? Flag(this JsonElement parent, string name) =>
        Find(parent, name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Unexpected(name);

    /// <summary>A time; null for what nobody can read.</summary>
    public static DateTimeOffset? Time(this JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.String } value ? TencentTimeConverter.Parse(value.GetString()) : null;

    /// <summary>The objects of a list; none when it is missing.</summary>
    public static IReadOnlyList<T> List<T>(this JsonElement parent, string name, Func<JsonElement, T> read)
    {
        if (Find(parent, name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw Unexpected(name);

        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
            items.Add(item.ValueKind == JsonValueKind.Object ? read(item) : throw Unexpected(name));
        return items;
    }

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonException Unexpected(string name) => new(message: null, path: name, lineNumber: null, bytePositionInLine: null);
}
