using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>A point in time whose text is ISO 8601 in UTC, in every culture: <c>2026-11-29T00:06:36Z</c>.</summary>
/// <remarks>
/// A <see cref="DateTime"/> and a <see cref="DateTimeOffset"/> are written by the culture of the session, and two DateTimes
/// are compared without regard to their time zones. This type has one property, so that JSON holds one text
/// (decision 14).
/// </remarks>
public readonly record struct TccTime : IComparable<TccTime>, IComparable, IFormattable
{
    // The fraction of a second is written only where there is one.
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    // Ticks are whole numbers: two equal times have equal fields.
    private readonly long _ticks;

    internal TccTime(DateTime utc) => _ticks = utc.Ticks;

    /// <summary>Reads a time that was saved as JSON or Clixml, or that a job returned. PowerShell calls it to convert one.</summary>
    /// <param name="saved">An object with the property Utc.</param>
    /// <exception cref="FormatException">The object is no time.</exception>
    public TccTime(PSObject saved) =>
        _ticks = (TimeConversion.From(saved, DateTimeKind.Local) ?? throw new FormatException(TimeMessages.NotUnderstood("")))._ticks;

    /// <summary>The time as text in UTC, such as <c>2026-11-29T00:06:36Z</c>.</summary>
    public string Utc => ToUniversalTime().ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>Converts a time; one of unspecified kind counts as local time, as everywhere in PowerShell.</summary>
    public static implicit operator TccTime(DateTime time) => new(time.ToUniversalTime());

    /// <summary>Converts a time with its offset from UTC.</summary>
    public static implicit operator TccTime(DateTimeOffset time) => new(time.UtcDateTime);

    /// <summary>Converts to a time with its offset from UTC, which is zero.</summary>
    public static implicit operator DateTimeOffset(TccTime time) => time.ToDateTimeOffset();

    /// <summary>Converts to local time, which is what Get-Date returns: DateTimes are compared without their time zones.</summary>
    public static implicit operator DateTime(TccTime time) => time.ToLocalTime();

    /// <summary>Adds a time span.</summary>
    public static TccTime operator +(TccTime time, TimeSpan span) => time.Add(span);

    /// <summary>Subtracts a time span.</summary>
    public static TccTime operator -(TccTime time, TimeSpan span) => time.Subtract(span);

    /// <summary>Returns the time from the second to the first.</summary>
    public static TimeSpan operator -(TccTime later, TccTime earlier) => later.Subtract(earlier);

    /// <summary>Compares two times.</summary>
    public static bool operator <(TccTime left, TccTime right) => left._ticks < right._ticks;

    /// <summary>Compares two times.</summary>
    public static bool operator >(TccTime left, TccTime right) => left._ticks > right._ticks;

    /// <summary>Compares two times.</summary>
    public static bool operator <=(TccTime left, TccTime right) => left._ticks <= right._ticks;

    /// <summary>Compares two times.</summary>
    public static bool operator >=(TccTime left, TccTime right) => left._ticks >= right._ticks;

    /// <summary>Reads a text, such as <c>2026-11-29T08:06:36+08:00</c>; without a zone it is local time.</summary>
    /// <exception cref="FormatException">The text is no time, or can be read as two.</exception>
    /// <remarks>PowerShell calls it to convert a text: it shows the message, and no advice beside it.</remarks>
    public static TccTime Parse(string text) => TimeText.TryRead(text, DateTimeKind.Local)
        ?? throw new FormatException(TimeMessages.NotUnderstoodWithAdvice(text));

    /// <summary>Adds a time span.</summary>
    public TccTime Add(TimeSpan span) => new(ToUniversalTime().Add(span));

    /// <summary>Adds years.</summary>
    public TccTime AddYears(int years) => new(ToUniversalTime().AddYears(years));

    /// <summary>Adds months.</summary>
    public TccTime AddMonths(int months) => new(ToUniversalTime().AddMonths(months));

    /// <summary>Adds days, with a fraction where wanted.</summary>
    public TccTime AddDays(double days) => new(ToUniversalTime().AddDays(days));

    /// <summary>Adds hours, with a fraction where wanted.</summary>
    public TccTime AddHours(double hours) => new(ToUniversalTime().AddHours(hours));

    /// <summary>Adds minutes, with a fraction where wanted.</summary>
    public TccTime AddMinutes(double minutes) => new(ToUniversalTime().AddMinutes(minutes));

    /// <summary>Adds seconds, with a fraction where wanted.</summary>
    public TccTime AddSeconds(double seconds) => new(ToUniversalTime().AddSeconds(seconds));

    /// <summary>Adds milliseconds, with a fraction where wanted.</summary>
    public TccTime AddMilliseconds(double milliseconds) => new(ToUniversalTime().AddMilliseconds(milliseconds));

    /// <summary>Adds units of 100 nanoseconds.</summary>
    public TccTime AddTicks(long ticks) => new(ToUniversalTime().AddTicks(ticks));

    /// <summary>Subtracts a time span.</summary>
    public TccTime Subtract(TimeSpan span) => new(ToUniversalTime().Subtract(span));

    /// <summary>Returns the time from another one to this.</summary>
    public TimeSpan Subtract(TccTime earlier) => new(_ticks - earlier._ticks);

    /// <summary>Converts to the time of this computer's zone.</summary>
    public DateTime ToLocalTime() => ToUniversalTime().ToLocalTime();

    /// <summary>Converts to a DateTime in UTC.</summary>
    public DateTime ToUniversalTime() => new(_ticks, DateTimeKind.Utc);

    /// <summary>Converts to a time with its offset from UTC, which is zero.</summary>
    public DateTimeOffset ToDateTimeOffset() => new(_ticks, TimeSpan.Zero);

    /// <summary>The text in UTC, the same in every culture.</summary>
    public override string ToString() => Utc;

    /// <summary>The text in UTC by a format of DateTime, the same in every culture.</summary>
    public string ToString(string? format) => ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The text in UTC by a format of DateTime, the same in every culture: what one session writes, another one reads.</summary>
    /// <param name="format">A format of DateTime; without it the text is ISO 8601.</param>
    /// <param name="formatProvider">Not used: <c>-f</c> passes the culture of the session.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) ? Utc : ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(TccTime other) => _ticks.CompareTo(other._ticks);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        TccTime other => CompareTo(other),
        DateTime other => CompareTo((TccTime)other),
        DateTimeOffset other => CompareTo((TccTime)other),
        _ => throw new ArgumentException(TimeMessages.NotUnderstood($"{obj}"), nameof(obj)),
    };
}
