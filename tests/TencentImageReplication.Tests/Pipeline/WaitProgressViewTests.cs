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

    [Theory]
    [InlineData("golden-web", null, "golden-web → na-siliconvalley (img-a)")]
    [InlineData(null, "golden-web", "golden-web → na-siliconvalley (img-a)")]
    [InlineData(null, null, "img-a → na-siliconvalley")]
    [InlineData("a-name-that-is-much-longer-than-a-bar", null, "a-name-that-is-much-… → na-siliconvalley (img-a)")]
    [InlineData("evil\u001b[2J", null, "evil\\x1b[2J → na-siliconvalley (img-a)")]
    public void A_bar_leads_with_name_and_region(string? name, string? nameOfRow, string activity)
    {
        var row = nameOfRow is null ? null : new TccImageCopy { ImageName = nameOfRow };
        var image = new PendingImage(new WaitTarget("img-a", "na-siliconvalley", null, row), name, null, null, TimeSpan.FromMinutes(1));

        var bar = _progress.Next(new WaitProgress(0, 1, [image], TimeSpan.FromMinutes(1)), _time)[1];

        Assert.Equal(activity, bar.Activity);
    }

    [Theory]
    [InlineData(3, "1 of 3 done, about 60 s left")]
    [InlineData(40, "1 of 40 done, about 60 s left, 37 more not shown")]
    public void Images_without_a_bar_are_counted(int total, string status)
    {
        var pending = new[] { "a", "b" }.Select(Pending).ToArray();

        var parent = _progress.Next(new WaitProgress(1, total, pending, TimeSpan.FromMinutes(1)), _time)[0];

        Assert.Equal(status, parent.StatusDescription);
    }

    private static PendingImage Pending(string id) =>
        new(new WaitTarget($"img-{id}", "ap-shanghai", null, null), null, null, null, TimeSpan.FromMinutes(1));

    private IReadOnlyList<ProgressRecord> Next(params string[] pending) => _progress.Next(
        new WaitProgress(
            2 - pending.Length,
            2,
            [.. pending.Select(Pending)],
            TimeSpan.FromMinutes(1)),
        _time);
}
