using System.Text.Json;

namespace TencentImageReplication.Report.Rows;

/// <summary>Reads a line of the journal of a run: an object of JSON with the columns of a row, the time and the event.</summary>
internal static class JournalLine
{
    /// <returns>The row; null if the line is no entry.</returns>
    public static CopyRow? TryRead(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            return entry.ValueKind == JsonValueKind.Object && Text(entry, "Event") is { } happened && Text(entry, "Region") is not null
                ? Read(entry, happened)
                : null;
        }
        catch (JsonException)
        {
            // The caller reports the line.
            return null;
        }
    }

    private static CopyRow Read(JsonElement entry, string happened)
    {
        var row = ReportRows.OfPlan(new RowValues(name => Text(entry, name), name => Time(entry, name), name => entry.TryGetProperty(name, out _)));
        return happened switch
        {
            "decided" => row with { DecidedAt = Time(entry, "Time") },
            "requested" => row with { State = ReportState.Copying, RequestedAt = row.RequestedAt ?? Time(entry, "Time") },
            _ => row,
        };
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static DateTimeOffset? Time(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
