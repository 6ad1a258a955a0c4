using System.Globalization;
using System.Text.RegularExpressions;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>
/// Reads the times of a scenario. The parser of .NET reads "30" as 30 days, and "1/2/2026" as a day that depends on the reader.
/// </summary>
internal static class ScenarioTimes
{
    /// <summary>The form of a duration.</summary>
    public const string Duration = @"^([0-9]{1,7}\.)?([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$";

    /// <summary>The form of the time since the start.</summary>
    public const string SinceStart = @"^-?([0-9]{1,5}\.)?([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$";

    /// <summary>The form of a point in time.</summary>
    public const string PointInTime =
        @"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,7})?)?(Z|[+-](0[0-9]|1[0-4]):00)?)?$";

    /// <summary>Reads a duration; null for another text.</summary>
    public static TimeSpan? ReadDuration(string text) => Fits(text, Duration) ? Parse(text) : null;

    /// <summary>Reads a time; null for another text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The start of the scenario.</param>
    public static DateTimeOffset? ReadTime(string text, DateTimeOffset start)
    {
        if (Fits(text, SinceStart))
            return start + Parse(text);
        return Fits(text, PointInTime) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    private static TimeSpan Parse(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    // In .NET, $ also matches before a line feed at the end.
    private static bool Fits(string text, string form) => Regex.IsMatch(text, form, RegexOptions.ECMAScript) && text[text.Length - 1] != '\n';
}
