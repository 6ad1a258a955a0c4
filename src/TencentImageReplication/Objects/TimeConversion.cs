using System.Management.Automation;

namespace TencentImageReplication.Objects;

/// <summary>Reads a time from the forms that PowerShell gives it.</summary>
internal static class TimeConversion
{
    /// <param name="value">A time, a text, or an object with the property Utc.</param>
    /// <param name="kind">The zone of a time that names none.</param>
    /// <returns>The time; null when there is none.</returns>
    /// <exception cref="FormatException">The value is no time, or can be read as two.</exception>
    internal static TccTime? From(object? value, DateTimeKind kind) => Plain(value) switch
    {
        null or "" => null,
        TccTime time => time,
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Unspecified } time => DateTime.SpecifyKind(time, kind),
        DateTime time => time,
        var other => TimeText.TryRead($"{other}", kind) ?? throw new FormatException(TimeMessages.NotUnderstood($"{other}")),
    };

    // ConvertFrom-Json makes an object of {"Utc":"…"}, with a DateTime in it; Clixml and jobs make a property bag.
    private static object? Plain(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
        PSObject bag => bag.Properties[nameof(TccTime.Utc)]?.Value is { } utc ? Plain(utc) : bag,
        _ => value,
    };
}
