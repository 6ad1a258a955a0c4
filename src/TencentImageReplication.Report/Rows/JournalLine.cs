using System.Text.Json;

namespace TencentImageReplication.Report.Rows;

/// <summary>A line of the journal of a run: an object of JSON with the columns of a row, the time and the event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Time">The time; null if the line has none.</param>
/// <param name="Values">The columns.</param>
internal sealed record JournalLine(string Event, DateTimeOffset? Time, RowValues Values)
{
    /// <summary>Reads a line.</summary>
    /// <returns>Null if the line is no entry.</returns>
    public static JournalLine? TryRead(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement.Clone();
            return entry.ValueKind == JsonValueKind.Object && TextOf(entry, "Event") is { } happened && TextOf(entry, "Region") is not null
                ? new(happened, TimeOf(entry, "Time"), new(name => TextOf(entry, name), name => TimeOf(entry, name), name => entry.TryGetProperty(name, out _)))
                : null;
        }
        catch (JsonException)
        {
            // The caller reports the line.
            return null;
        }
    }

    private static string? TextOf(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static DateTimeOffset? TimeOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
