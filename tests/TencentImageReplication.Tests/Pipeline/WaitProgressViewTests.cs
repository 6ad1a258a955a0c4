using System.Management.Automation;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Tests.Pipeline;

public sealed class WaitProgressViewTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    private readonly WaitProgressView _progress = new();
    private readonly VirtualClock _time = new();

    [Fact]
    public void Bars_are_shown_no_faster_than_a_person_reads()
    {
        Assert.NotEmpty(Next("a"));
        Assert.Empty(Next("a"));
        _time.Advance(Gap);
        Assert.NotEmpty(Next("a"));
    }

    [Fact]
    public void The_bar_of_an_image_that_is_done_goes()
    {
        Assert.Equal(3, Next("a", "b").Count);
        _time.Advance(Gap);

        var records = Next("b");

        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Processing, ProgressRecordType.Completed], records.Select(record => record.RecordType));
        Assert.Contains("img-b", records[1].Activity, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_all_bars_go_and_the_one_for_all_goes_last()
    {
        var shown = Next("a", "b").Select(record => record.ActivityId).ToArray();

        var ends = _progress.End();

        Assert.All(ends, record => Assert.Equal(ProgressRecordType.Completed, record.RecordType));
        Assert.Equal(shown.Order(), ends.Select(record => record.ActivityId).Order());
        Assert.True(ends[^1].ParentActivityId < 0);
    }

    [Fact]
    public void Where_nothing_was_shown_nothing_has_to_go() => Assert.Empty(_progress.End());

    private IReadOnlyList<ProgressRecord> Next(params string[] pending) => _progress.Next(
        new WaitProgress(
            2 - pending.Length,
            2,
            [.. pending.Select(id => new PendingImage(new WaitTarget($"img-{id}", "ap-shanghai", null, null), null, null, null, TimeSpan.FromMinutes(1)))],
            TimeSpan.FromMinutes(1)),
        _time);
}
