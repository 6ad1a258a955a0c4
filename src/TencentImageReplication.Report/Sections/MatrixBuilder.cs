using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>Creates the matrix.</summary>
internal static class MatrixBuilder
{
    private const int MaxColumnsWithWords = 8;
    private const int MaxUnfolded = 6;

    public static Matrix Create(IReadOnlyList<CopyRow> rows, bool withAccounts)
    {
        var places = Place.Ordered(rows.Select(row => (row.Account, row.Region)));
        var columns = places.Select(place => Place.Of(place.Account, place.Region, withAccounts)).ToList();
        var images = rows.GroupBy(row => row.Name).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(image => Row(image.Key, image.ToLookup(row => (row.Account, row.Region)), places, columns))
            .ToList();
        var legend = rows.Select(row => row.State).Distinct().OrderBy(Importance.Of).Select(Chip.Of).ToList();
        return new Matrix(columns, images, legend, columns.Count > MaxColumnsWithWords);
    }

    private static MatrixRow Row(
        string name, ILookup<(string, string), CopyRow> image, IReadOnlyList<(string, string)> places, List<Place> columns)
    {
        var states = places.Select(place => image.Contains(place) ? StateOf(image[place]) : (ReportState?)null).ToList();
        var cells = places.Select((place, index) => CellOf(states[index], image[place].Count())).ToList();
        var groups = states.Select((state, index) => (State: state, columns[index].Label)).Where(cell => cell.State is not null)
            .GroupBy(cell => cell.State!.Value).OrderBy(group => Importance.Of(group.Key))
            .Select(group => new StateGroup(
                Chip.Of(group.Key), group.Count(), [.. group.Select(cell => cell.Label)], ReportStates.IsGood(group.Key) && group.Count() > MaxUnfolded))
            .ToList();
        var known = states.Count(state => state is not null);
        var ready = states.Count(state => state is ReportState.Ready or ReportState.Source);
        return new MatrixRow(Shown.Name(name), Phrases.Ready(ready, known), ready == known, cells, groups);
    }

    private static MatrixCell CellOf(ReportState? state, int versions) => new(
        state is { } known ? Chip.Of(known) : Chip.None, versions > 1 ? Phrases.Versions(versions) : "", versions > 1 ? $"×{versions}" : "");

    // A failure of any version, or else the newest version that the plan wants. Surplus versions do not hide it.
    private static ReportState StateOf(IEnumerable<CopyRow> versions)
    {
        var rows = versions.ToList();
        if (rows.FirstOrDefault(row => ReportStates.IsProblem(row.State)) is { } problem)
            return problem.State;
        var wanted = rows.Where(row => row.State is not (ReportState.Surplus or ReportState.Held or ReportState.Removed)).ToList();
        return (wanted.Count > 0 ? wanted : rows)
            .OrderByDescending(row => row.SourceCreatedTime ?? DateTimeOffset.MinValue)
            .ThenByDescending(row => row.Version, StringComparer.Ordinal)
            .First().State;
    }
}
