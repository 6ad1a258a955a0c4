using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>A difference from the plan, and the regions that have it.</summary>
internal sealed record DriftLine(string Name, string Version, IReadOnlyList<string> Regions, Chip Found, Chip Now, string Action, string Reason)
{
    /// <summary>Creates the lines: one for all regions in which a version has the same difference.</summary>
    public static IReadOnlyList<DriftLine> Of(IReadOnlyList<CopyRow> rows, bool withAccounts) =>
    [
        .. rows.Where(row => row.Found is not (null or ReportState.Ready))
            .GroupBy(row => (row.Name, row.Version, row.Found, row.State, row.Action, row.Reason))
            .OrderBy(group => Importance.Of(group.Key.State))
            .ThenBy(group => group.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenByDescending(group => group.Key.Version, StringComparer.Ordinal)
            .Select(group => new DriftLine(
                Shown.Name(group.Key.Name),
                group.Key.Version == group.Key.Name ? "" : Shown.Name(group.Key.Version),
                Place.Labels(group, withAccounts),
                Chip.Of(group.Key.Found!.Value),
                Chip.Of(group.Key.State),
                Shown.Name(Words.Action(group.Key.Action)),
                ReasonOf(group.First()))),
    ];

    // The row of a copy names only the image.
    private static string ReasonOf(CopyRow row) =>
        row.Reason is { } reason && row.Found == ReportState.Outdated && reason.StartsWith("img-", StringComparison.Ordinal) && reason.IndexOf(' ') < 0
            ? Phrases.ImageHasName(Shown.Name(reason))
            : Shown.Text(row.Reason);
}
