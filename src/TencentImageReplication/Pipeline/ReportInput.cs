using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Objects;
using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Pipeline;

/// <summary>Reads the rows of a report by the names of their properties: live objects, and what was read from a file.</summary>
internal static class ReportInput
{
    /// <summary>Returns the columns of a row.</summary>
    internal static RowValues Values(PSObject row) => new(
        name => Text(row.Properties[name]?.Value), name => Time(row.Properties[name]?.Value), name => row.Properties[name] is not null);

    private static string? Text(object? value) => value switch
    {
        null => null,
        // JSON and Clixml hold a time span as an object of all its properties.
        PSObject { BaseObject: PSCustomObject } bag => bag.Properties[nameof(TimeSpan.Ticks)]?.Value is { } ticks
            && long.TryParse($"{ticks}", out var number) ? new TimeSpan(number).ToString() : bag.ToString(),
        PSObject wrapped => Text(wrapped.BaseObject),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // A time without a zone was written by a version of this module that had no type for times: in UTC. A report without a time is
    // better than none.
    private static DateTimeOffset? Time(object? value)
    {
        try
        {
            return TimeConversion.From(value, DateTimeKind.Utc)?.ToDateTimeOffset();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
