using System.Globalization;
using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Tests.Support;

/// <summary>A row by the names of its columns, as a CSV file has them.</summary>
internal sealed class SampleRow : Dictionary<string, string>
{
    public SampleRow()
        : base(StringComparer.Ordinal)
    {
    }

    public RowValues Columns => new(
        name => GetValueOrDefault(name),
        name => DateTimeOffset.TryParse(GetValueOrDefault(name), CultureInfo.InvariantCulture, out var time) ? time : null,
        ContainsKey);

    private string? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : null;

    /// <summary>Creates the row of a copy.</summary>
    public static SampleRow Copy(string name, string region, string status = "Completed", int minutes = 12) => new()
    {
        ["ImageName"] = name,
        ["SourceImageId"] = $"img-{(uint)string.GetHashCode(name, StringComparison.Ordinal) % 90000000 + 10000000}",
        ["SourceRegion"] = "ap-guangzhou",
        ["ImageId"] = status is "Completed" or "Copying" ? "img-6zwtsce3" : "",
        ["Region"] = region,
        ["Status"] = status,
        ["Reused"] = "False",
        ["SizeGB"] = "50",
        ["RequestedAt"] = "2026-11-23T16:00:00Z",
        ["CompletedAt"] = status == "Completed" ? new DateTimeOffset(2026, 11, 23, 16, minutes, 0, TimeSpan.Zero).ToString("o", CultureInfo.InvariantCulture) : "",
    };

    /// <summary>Creates the row of a plan.</summary>
    public static SampleRow Plan(string family, string version, string region, string state, string? status = null, string account = "self") => new()
    {
        ["Family"] = family,
        ["Version"] = version,
        ["Account"] = account,
        ["Region"] = region,
        ["State"] = state,
        ["Action"] = state is "Missing" or "Stale" ? "Copy" : "",
        ["SourceImageId"] = "img-" + version,
        ["ImageId"] = state is "Missing" or "Stale" or "Blocked" or "Unknown" && status != "Completed" ? "" : "img-f3set29u",
        ["SizeGB"] = "50",
        ["Status"] = status ?? "",
    };

    public SampleRow With(string name, string value)
    {
        this[name] = value;
        return this;
    }
}
