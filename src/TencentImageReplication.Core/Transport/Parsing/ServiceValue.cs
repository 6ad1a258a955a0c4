using System.Globalization;
using System.Text.Json;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Reads single JSON values, also if they do not have the documented type. A value that cannot be read is null.</summary>
internal static class ServiceValue
{
    private const NumberStyles AnyNumber = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>Reads a text. Numbers and Booleans become their text.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>Reads an integer, also from <c>50.0</c>, <c>33.5</c> (without its fraction) and <c>"50"</c>.</summary>
    public static long? Integer(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
            return number;
        if (value.ValueKind == JsonValueKind.String
            && long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out number))
        {
            return number;
        }

        // The largest double below 2^63 still fits into a long, 2^63 itself does not.
        return Real(value) is { } real && Math.Truncate(real) is var whole and >= long.MinValue and < long.MaxValue ? (long)whole : null;
    }

    /// <summary>Reads a number, also from <c>"0.5"</c>.</summary>
    public static double? Real(JsonElement value)
    {
        var real = double.NaN;
        if (value.ValueKind is JsonValueKind.Number)
            _ = value.TryGetDouble(out real);
        else if (value.ValueKind is JsonValueKind.String && !double.TryParse(value.GetString(), AnyNumber, CultureInfo.InvariantCulture, out real))
            return null;
        return double.IsNaN(real) || double.IsInfinity(real) ? null : real;
    }

    /// <summary>Reads a Boolean, also from <c>"true"</c>, <c>"1"</c> and <c>0</c>.</summary>
    public static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        JsonValueKind.String or JsonValueKind.Number => Integer(value) switch
        {
            0 => false,
            1 => true,
            _ => null,
        },
        _ => null,
    };

    /// <summary>
    /// Reads a time, such as <c>2020-09-22T00:00:00Z</c> or <c>2020-09-22T00:00:00+00:00</c>, as UTC. It can be empty, or all zeros for
    /// an event that has not happened.
    /// </summary>
    public static DateTimeOffset? Time(JsonElement value)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, Styles, out var time)
            ? time
            : null;
    }
}
