using System.Globalization;
using System.Text.RegularExpressions;

namespace TencentImageReplication.Objects;

/// <summary>Reads times as text: ISO 8601, and what Export-Csv writes of a DateTime in the cultures of .NET, where that is one time only.</summary>
/// <remarks>
/// The year has four digits. Of the cultures of .NET, all that begin with the year go on with the month, all that put dots or hyphens
/// between the parts begin with the day, and those with slashes begin with either.
/// </remarks>
internal static class TimeText
{
    private const string Date = @"(?:(?<y>[0-9]{4})(?<s>[-/.] ?)(?<a>[0-9]{1,2})\k<s>(?<b>[0-9]{1,2})|(?<a>[0-9]{1,2})(?<s>[-/.] ?)(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4}))\.?";
    private const string Time = @"(?<h>[0-9]{1,2})(?<t>[:.])(?<m>[0-9]{2})(?:\k<t>(?<sec>[0-9]{2})(?:[.,](?<f>[0-9]{1,7}))?)?(?:\s?(?<half>AM|PM))?";
    private const string Zone = @"\s?(?<z>Z|[-+][0-9]{2}:?[0-9]{2})";

    // Cultures with the Thai calendar count years from 543 years earlier; those with other calendars have other months too.
    private const int BuddhistEra = 543;

    private static readonly Regex Pattern = new(
        $@"^\s*{Date}(?:(?:(?<iso>T)|\s+){Time}(?:{Zone})?)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <param name="text">The text.</param>
    /// <param name="kind">The zone of a text that names none.</param>
    /// <returns>The time; null when the text is no time, or can be read as two.</returns>
    internal static TccTime? TryRead(string text, DateTimeKind kind) =>
        Pattern.Match(text) is { Success: true } match && Days(match) is { } day && TimeOfDay(match) is { } time
            ? At(day + time, match.Groups["z"].Value, kind)
            : null;

    private static DateTime? Days(Match match)
    {
        var year = Number(match, "y");
        if (!match.Groups["iso"].Success && (year is < 2000 or >= 2300))
        {
            year -= BuddhistEra;
            if (year is < 2000 or >= 2300)
                return null;
        }

        var (a, b) = (Number(match, "a"), Number(match, "b"));
        if (match.Groups["y"].Index < match.Groups["a"].Index)
            return Day(year, a, b);
        if (match.Groups["s"].Value[0] != '/')
            return Day(year, month: b, a);
        // 3/5: the fifth of March, or the third of May.
        return a <= 12 && b <= 12 && a != b ? null : Day(year, Math.Min(a, b), Math.Max(a, b));
    }

    private static DateTime? Day(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    private static TimeSpan? TimeOfDay(Match match)
    {
        if (!match.Groups["h"].Success)
            return TimeSpan.Zero;

        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "sec"));
        var half = match.Groups["half"].Value;
        if (minute > 59 || second > 59 || (half.Length == 0 ? hour > 23 : hour is < 1 or > 12))
            return null;
        if (half.Length > 0)
            hour = (hour % 12) + (half[0] is 'P' or 'p' ? 12 : 0);
        var fraction = match.Groups["f"].Value.PadRight(7, '0');
        return new TimeSpan(hour, minute, second) + new TimeSpan(long.Parse(fraction, CultureInfo.InvariantCulture));
    }

    private static TccTime? At(DateTime time, string zone, DateTimeKind kind) => zone switch
    {
        "" => DateTime.SpecifyKind(time, kind),
        "Z" or "z" => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        // At most 14 hours are a zone.
        _ when Offset(zone) is var offset && offset.Duration() <= TimeSpan.FromHours(14) && IsTime(time.Ticks - offset.Ticks) => new DateTimeOffset(time, offset),
        _ => null,
    };

    // In UTC, the first and the last day can begin before the first and end after the last.
    private static bool IsTime(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static TimeSpan Offset(string zone)
    {
        var digits = zone.Replace(":", "");
        var offset = new TimeSpan(Int(digits.Substring(1, 2)), Int(digits.Substring(3, 2)), 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var digits } ? Int(digits) : 0;

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
