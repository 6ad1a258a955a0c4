using System.Text;
using System.Text.Json;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>
/// The journal of a run: one line of JSON for each decision and each result, in UTC. It has no secrets, and enough for a timeline of each
/// copy. Each line is written at once, so that a run that is killed leaves what it did.
/// </summary>
/// <param name="writer">The file, which the caller closes.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class PlanJournal(TextWriter writer, TimeProvider timeProvider)
{
    private const string Decided = "decided";
    private const string Requested = "requested";
    private const string Ended = "ended";

    private readonly object _gate = new();

    /// <summary>Writes the state that was found, and the action that follows from it.</summary>
    internal void Decide(PlanRow row) => Write(Decided, row);

    /// <summary>Writes that a copy was requested.</summary>
    internal void Request(PlanRow row) => Write(Requested, row);

    /// <summary>Writes the result of a row.</summary>
    internal void End(PlanRow row) => Write(Ended, row);

    private void Write(string happened, PlanRow row)
    {
        var line = Encoding.UTF8.GetString(Line(happened, row));
        lock (_gate)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }

    private byte[] Line(string happened, PlanRow row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Time("Time", timeProvider.GetUtcNow());
            Text("Event", happened);
            Text("Family", row.Family);
            Text("Version", row.Version);
            Text("AccountId", row.AccountId);
            Text("Account", row.Account);
            Text("Region", row.Region);
            Text("State", row.State.ToString());
            Text("Action", row.Action.ToString());
            Text("SourceRegion", row.Source.Region);
            Text("SourceImageId", row.Source.ImageId);
            Time("SourceCreatedTime", row.Source.CreatedTime);
            Text("ImageId", row.ImageId);
            if (row.SizeGB is { } size)
                json.WriteNumber("SizeGB", size);
            Text("InUseBy", row.InUseBy);
            Text("Reason", row.Reason);
            Text("Status", row.Status?.ToString());
            Time("RequestedAt", row.RequestedAt);
            Time("CompletedAt", row.CompletedAt);
            json.WriteBoolean("Ready", row.IsReady);
            Text("ErrorCode", CodeOf(row));
            Text("ErrorMessage", row.Error?.Message);
            Text("RequestId", row.RequestId);
            json.WriteEndObject();

            void Text(string name, string? value)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }

            void Time(string name, DateTimeOffset? value)
            {
                if (value is { } time)
                    json.WriteString(name, time.UtcDateTime);
            }
        }

        return buffer.ToArray();
    }

    private static string? CodeOf(PlanRow row) => row.Error switch
    {
        TencentCloudException failure => failure.Code,
        RuleViolationException refusal => refusal.Violation.Id,
        null => row.Wait?.Outcome.ToString(),
        var other => other.GetType().Name,
    };
}
