using System.Globalization;

namespace TencentImageReplication.Report.Rows;

/// <summary>The columns of one row, by their names.</summary>
/// <param name="text">Returns a column as text; null for an empty one.</param>
/// <param name="time">Returns a column as a time; null for an empty one, and for one that is no time.</param>
/// <param name="has">Returns true if the row has a column, even an empty one.</param>
public sealed class RowValues(Func<string, string?> text, Func<string, DateTimeOffset?> time, Func<string, bool> has)
{
    internal string? Text(string name) => text(name) is { Length: > 0 } value ? value : null;

    internal DateTimeOffset? Time(string name) => time(name);

    internal bool Has(string name) => has(name);

    // 32 bits, so that the sum of many rows fits into 64.
    internal int? Number(string name) =>
        int.TryParse(text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal bool Flag(string name) => bool.TryParse(text(name), out var flag) && flag;
}
