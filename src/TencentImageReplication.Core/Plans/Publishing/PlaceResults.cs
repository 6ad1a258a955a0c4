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
        var worst = publications.OrderByDescending(publication => Rank(publication.Status)).First();
        return row with
        {
            Status = StatusOf(worst.Status),
            Reason = worst.Error?.Message ?? worst.Reason ?? (StatusOf(worst.Status) == PlanStatus.Completed ? null : row.Reason),
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

    private static int Rank(PublicationStatus status) => StatusOf(status) switch
    {
        PlanStatus.Failed => 4,
        PlanStatus.TimedOut => 3,
        PlanStatus.Skipped => 2,
        PlanStatus.Planned => 1,
        _ => 0,
    };

    private static bool IsAt(PlanRow row, Publication publication) =>
        row.AccountId == publication.AccountId && RegionRules.IsSame(row.Region, publication.Region);
}
