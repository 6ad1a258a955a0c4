using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Report.Text;

/// <summary>Prepares values for people: hidden characters are written out, long texts are cut, times are in UTC.</summary>
internal static class Shown
{
    private const int MaxId = 40;
    private const int MaxName = 160;
    private const int MaxText = 1200;
    private const int MaxOutput = 4000;

    /// <summary>A region or an account, which are heads of columns.</summary>
    public static string Id(string? text) => Cut(VisibleText.Of(text), MaxId);

    public static string Name(string? text) => Cut(VisibleText.Of(text), MaxName);

    public static string Text(string? text) => Cut(VisibleText.Of(text), MaxText);

    /// <summary>A text of several lines. Its other hidden characters are written out.</summary>
    public static string Lines(string? text) =>
        Cut(string.Join("\n", (text ?? "").Replace("\r\n", "\n").Split('\n').Select(VisibleText.Of)), MaxOutput);

    public static string Time(DateTimeOffset time) =>
        FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd} {time.UtcDateTime:HH:mm}");

    public static string Clock(DateTimeOffset time, bool withDate) =>
        withDate ? Time(time) : time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Change(long number) => number == 0 ? "0" : number.ToString("+#,##0;−#,##0", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 100 } => Localized.Text($"{span.TotalSeconds:0} s", $"{span.TotalSeconds:0} 秒"),
        { TotalMinutes: < 100 } => Localized.Text($"{span.TotalMinutes:0} min", $"{span.TotalMinutes:0} 分钟"),
        _ => Localized.Text($"{span.TotalHours:0.0} h", $"{span.TotalHours:0.0} 小时"),
    };

    // Half of a surrogate pair is no character.
    private static string Cut(string text, int length) => text.Length <= length ? text
        : text.Remove(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";
}
