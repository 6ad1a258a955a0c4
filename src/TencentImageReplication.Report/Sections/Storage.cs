using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>The snapshot storage that copies are billed for, by region.</summary>
/// <param name="Lines">The regions.</param>
/// <param name="Total">All regions.</param>
/// <param name="Change">The change by the run, with its sign.</param>
internal sealed record Storage(IReadOnlyList<StorageLine> Lines, StorageLine Total, string Change)
{
    public static Storage Of(IReadOnlyList<CopyRow> rows, bool withAccounts)
    {
        var lines = Place.Ordered(rows.Select(row => (row.Account, row.Region)))
            .Select(place => StorageLine.Of(
                Place.Of(place.Account, place.Region, withAccounts),
                [.. rows.Where(row => row.Account == place.Account && row.Region == place.Region)]))
            .ToList();
        return new Storage(
            lines, StorageLine.Of(new Place("", "", ""), rows),
            Shown.Change(rows.Where(IsAdded).Sum(Size) - rows.Where(row => row.State == ReportState.Removed).Sum(Size)));
    }

    /// <summary>Checks that a copy is there and billed.</summary>
    internal static bool IsKept(CopyRow row) => row.State switch
    {
        ReportState.Ready or ReportState.Different or ReportState.Unpublished or ReportState.Surplus or ReportState.Held => true,
        // The change, the publication or the removal of a copy did not end well: the copy is still there.
        ReportState.Failed or ReportState.TimedOut => row.IsThere,
        _ => false,
    };

    /// <summary>Checks that the run created a copy.</summary>
    internal static bool IsAdded(CopyRow row) => row is { State: ReportState.Ready or ReportState.Unpublished, RequestedAt: not null, Reused: false };

    /// <summary>Checks that a copy is requested, or would be.</summary>
    internal static bool IsComing(CopyRow row) => row.State switch
    {
        ReportState.Copying or ReportState.Planned => true,
        ReportState.TimedOut => !row.IsThere,
        ReportState.Missing or ReportState.Outdated => row.Action?.Contains("Copy") == true,
        _ => false,
    };

    internal static long Size(CopyRow row) => row.SizeGB ?? 0;
}
