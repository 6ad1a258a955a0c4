using System.Management.Automation;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Tests.Pipeline;

public sealed class WaitProgressViewTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    private readonly WaitProgressView _progress = new();
    private readonly VirtualClock _time = new();

    [Fact]
    public void Bars_have_a_minimum_interval()
    {
        Assert.NotEmpty(Next("a"));
        Assert.Empty(Next("a"));
        _time.Advance(Gap);
        Assert.NotEmpty(Next("a"));
    }

    [Fact]
    public void The_bar_of_a_finished_image_is_removed()
    {
        Assert.Equal(3, Next("a", "b").Count);
        _time.Advance(Gap);

        var records = Next("b");

        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Processing, ProgressRecordType.Completed], records.Select(record => record.RecordType));
        Assert.Contains("img-b", records[1].Activity, StringComparison.Ordinal);
    }

    private IReadOnlyList<ProgressRecord> Next(params string[] pending) => _progress.Next(
        new WaitProgress(
            2 - pending.Length,
            2,
            [.. pending.Select(id => new PendingImage(new WaitTarget($"img-{id}", "ap-shanghai", null, null), null, null, null, TimeSpan.FromMinutes(1)))],
            TimeSpan.FromMinutes(1)),
        _time);
}
