using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Running;

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
    private const string Tested = "tested";
    private const string Published = "published";

    private readonly object _gate = new();

    /// <summary>Writes the state that was found, and the action that follows from it.</summary>
    internal void Decide(PlanRow row) => Write(Decided, row);

    /// <summary>Writes that a copy was requested.</summary>
    internal void Request(PlanRow row) => Write(Requested, row);

    /// <summary>Writes the result of a row.</summary>
    internal void End(PlanRow row) => Write(Ended, row);

    /// <summary>Writes the result of the test of an image.</summary>
    internal void Test(PlanRow row, BootTestResult result) => Write(Tested, row, line =>
    {
        line.Text("ImageId", result.Request.ImageId);
        line.Text("ImageName", result.ImageName);
        line.Text("InstanceId", result.InstanceId);
        line.Text("BootedIn", result.BootedIn?.ToString());
        // Without an agent too: the column tells what the line is.
        line.Text("AgentStatus", result.AgentStatus ?? "");
        line.Text("ScriptStatus", result.ScriptStatus);
        line.Text("Status", result.Status.ToString());
        line.Text("ErrorCode", result.ErrorCode);
        line.Text("ErrorMessage", result.ErrorMessage);
        line.Text("RequestId", result.RequestId);
    });

    /// <summary>Writes the result of a target that an image is published in.</summary>
    internal void Publish(PlanRow row, Publication publication) => Write(Published, row, line =>
    {
        line.Text("ImageId", publication.ImageId);
        line.Text("Kind", publication.Kind.ToString());
        line.Text("TargetId", publication.TargetId);
        line.Text("TargetName", publication.TargetName);
        line.Text("PreviousImageId", publication.PreviousImageId);
        line.Number("PreviousVersion", publication.PreviousVersion);
        line.Number("TargetVersion", publication.Version);
        line.Text("RefreshActivityId", publication.RefreshActivityId);
        line.Number("RefreshProgress", publication.RefreshProgress);
        line.Text("Status", publication.Status.ToString());
        line.Text("Reason", publication.Reason);
        line.Time("PublishedAt", publication.PublishedAt);
        line.Time("CompletedAt", publication.CompletedAt);
        line.Text("ErrorCode", CodeOf(publication.Error));
        line.Text("ErrorMessage", publication.Error?.Message);
        line.Text("RequestId", publication.RequestId);
    });

    private void Write(string happened, PlanRow row) => Write(happened, row, line =>
    {
        line.Text("State", row.State.ToString());
        line.Text("Action", row.Action.ToString());
        line.Text("SourceRegion", row.Source.Region);
        line.Text("SourceImageId", row.Source.ImageId);
        line.Time("SourceCreatedTime", row.Source.CreatedTime);
        line.Text("ImageId", row.ImageId);
        line.Number("SizeGB", row.SizeGB);
        line.Text("InUseBy", row.InUseBy);
        line.Text("Reason", row.Reason);
        line.Text("Status", row.Status?.ToString());
        line.Time("RequestedAt", row.RequestedAt);
        line.Time("CompletedAt", row.CompletedAt);
        line.Flag("Ready", row.IsReady);
        line.Text("ErrorCode", CodeOf(row.Error) ?? row.Wait?.Outcome.ToString());
        line.Text("ErrorMessage", row.Error?.Message);
        line.Text("RequestId", row.RequestId);
    });

    private void Write(string happened, PlanRow row, Action<JournalLine> add)
    {
        var line = JournalLine.Create(entry =>
        {
            entry.Time("Time", timeProvider.GetUtcNow());
            entry.Text("Event", happened);
            entry.Text("Family", row.Family);
            entry.Text("Version", row.Version);
            entry.Text("AccountId", row.AccountId);
            entry.Text("Account", row.Account);
            entry.Text("Region", row.Region);
            add(entry);
        });
        lock (_gate)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }

    private static string? CodeOf(Exception? error) => error switch
    {
        TencentCloudException failure => failure.Code,
        RuleViolationException refusal => refusal.Violation.Id,
        null => null,
        var other => other.GetType().Name,
    };
}
