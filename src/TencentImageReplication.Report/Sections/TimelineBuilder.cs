using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>Creates the timelines.</summary>
internal sealed class TimelineBuilder
{
    private const int MaxBarsWithNames = 12;
    // Of fewer copies, the bars say as much.
    private const int MinDurations = 3;
    private const int ThinBar = 4;
    private const int MarkWidth = 12;

    private readonly TimeAxis _axis;
    private readonly List<CopyRow> _rows;

    /// <param name="rows">The rows of the report. Those without a request have no bar.</param>
    public TimelineBuilder(IEnumerable<CopyRow> rows)
    {
        _rows = [.. rows.Where(row => row.RequestedAt is not null && !row.Reused)];
        _axis = new TimeAxis(_rows);
    }

    /// <summary>The times at the ends and in the middle of the axis.</summary>
    public IReadOnlyList<string> Ticks => _rows.Count == 0 ? [] : _axis.Ticks;

    public IReadOnlyList<Timeline> Create(bool withAccounts) =>
    [
        .. Place.Ordered(_rows.Select(row => (row.Account, row.Region))).Select(place => Create(
            Place.Of(place.Account, place.Region, withAccounts),
            [.. _rows.Where(row => row.Account == place.Account && row.Region == place.Region).OrderBy(row => row.RequestedAt).ThenBy(row => row.CompletedAt)])),
    ];

    private Timeline Create(Place place, List<CopyRow> rows) => new(
        place, SummaryOf(rows), [.. rows.Select(BarOf)], rows.Count > MaxBarsWithNames, rows.Count * ThinBar);

    private TimelineBar BarOf(CopyRow row, int index)
    {
        var requested = _axis.At(row.RequestedAt!.Value);
        var end = _axis.At(row.CompletedAt ?? _axis.End);
        var decided = row.WaitingSince is { } time && time < row.RequestedAt ? _axis.At(time) : requested;
        var state = StateOf(row);
        var word = StateText.Word(state);
        var text = row.CompletedAt is { } completed
            ? Phrases.Span(word, Shown.Span(completed - row.RequestedAt.Value))
            : Phrases.Since(word, Shown.Time(row.RequestedAt.Value));
        return new TimelineBar(
            Shown.Name(row.Version), text, StateText.Tone(state), decided, requested - decided, requested,
            Math.Max(end - requested, MarkWidth), Math.Max(end - MarkWidth, requested), index * ThinBar);
    }

    private static string SummaryOf(List<CopyRow> rows)
    {
        var parts = new List<string> { Phrases.Copies(rows.Count) };
        parts.AddRange(rows.GroupBy(StateOf).OrderBy(group => Importance.Of(group.Key))
            .Where(group => group.Key != ReportState.Ready).Select(group => Phrases.Count(group.Count(), StateText.Word(group.Key))));
        var durations = rows.Where(row => row.CompletedAt is not null).Select(row => row.CompletedAt!.Value - row.RequestedAt!.Value).OrderBy(span => span).ToList();
        if (durations.Count >= MinDurations)
            parts.Add(Phrases.Durations(Shown.Span(durations[durations.Count / 2]), Shown.Span(durations[durations.Count - 1])));
        return Phrases.Parts(parts);
    }

    // What a plan found out about the copy later, such as that it is not published, is not the end of its request.
    private static ReportState StateOf(CopyRow row) => row is { IsThere: true, CompletedAt: not null } ? ReportState.Ready : row.State;
}
