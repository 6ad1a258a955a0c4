using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>The axis of all timelines: from the first decision or request to the last known time, in thousandths.</summary>
internal sealed class TimeAxis
{
    private const int Length = 1000;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly DateTimeOffset _start;

    public TimeAxis(IReadOnlyCollection<CopyRow> rows)
    {
        var times = rows.SelectMany(row => new[] { row.RequestedAt, row.CompletedAt, row.WaitingSince < row.RequestedAt ? row.WaitingSince : null })
            .OfType<DateTimeOffset>().ToList();
        _start = times.Count == 0 ? DateTimeOffset.MinValue : Earlier(times.Min(), DateTimeOffset.MaxValue - Shortest);
        End = times.Count == 0 ? _start + Shortest : Later(times.Max(), _start + Shortest);
    }

    /// <summary>The end, where copies in progress end too.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The start, the middle and the end, as text.</summary>
    public IReadOnlyList<string> Ticks
    {
        get
        {
            var span = End - _start;
            var withDate = _start.UtcDateTime.Date != End.UtcDateTime.Date;
            return [.. new[] { _start, _start + TimeSpan.FromTicks(span.Ticks / 2), End }.Select(time => Shown.Clock(time, withDate))];
        }
    }

    public int At(DateTimeOffset time) => (int)Math.Round(Length * (time - _start).TotalSeconds / (End - _start).TotalSeconds);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
