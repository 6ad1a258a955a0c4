using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Publishing;

/// <summary>Emits the rows of targets, and last the rows of the plan that they decide.</summary>
/// <param name="run">The run.</param>
/// <param name="items">The rows of the newest version of a family.</param>
internal sealed class PlaceResults(SyncRun run, IReadOnlyList<PlanItem> items)
{
    private static readonly PlanStatus[] WorstFirst =
        [PlanStatus.Failed, PlanStatus.TimedOut, PlanStatus.Skipped, PlanStatus.Planned, PlanStatus.Completed];

    private readonly List<Publication> _publications = [];

    /// <summary>Emits the row of a target.</summary>
    public void Emit(Publication publication)
    {
        _publications.Add(publication);
        run.Published(items.First(item => IsAt(item.Row, publication)).Row, publication);
    }

    /// <summary>Emits the rows of the plan that have waited for their targets.</summary>
    public void End()
    {
        foreach (var item in items.Where(item => item.Row.State == PlanState.Outdated && !run.HasEnded(item.Row)))
            run.End(ResultOf(item.Row));
    }

    // The row of a target has the error.
    private PlanRow ResultOf(PlanRow row)
    {
        var publications = _publications.FindAll(publication => IsAt(row, publication));
        var worst = publications.OrderBy(publication => Array.IndexOf(WorstFirst, StatusOf(publication.Status))).First();
        var status = StatusOf(worst.Status);
        return row with
        {
            Status = status,
            Reason = worst.Error?.Message ?? worst.Reason ?? (status == PlanStatus.Completed ? null : row.Reason),
            Error = null,
        };
    }

    private static PlanStatus StatusOf(PublicationStatus status) => status switch
    {
        PublicationStatus.Published or PublicationStatus.Unchanged => PlanStatus.Completed,
        PublicationStatus.Planned => PlanStatus.Planned,
        PublicationStatus.NotStarted or PublicationStatus.Skipped => PlanStatus.Skipped,
        PublicationStatus.InProgress => PlanStatus.TimedOut,
        _ => PlanStatus.Failed,
    };

    private static bool IsAt(PlanRow row, Publication publication) =>
        row.AccountId == publication.AccountId && RegionRules.IsSame(row.Region, publication.Region);
}
