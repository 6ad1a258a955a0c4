using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Waiting;

namespace TencentImageReplication.Core.Tests.Images.Waiting;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Start = VirtualClock.Start;

    [Theory]
    [InlineData(0, 20)]
    [InlineData(5, 15)]
    [InlineData(19, 1)]
    [InlineData(20, 10)]
    [InlineData(29, 1)]
    [InlineData(30, 1)]
    [InlineData(300, 1)]
    public void Without_progress_the_estimate_is_the_usual_duration_then_the_maximum(double elapsed, double remaining) =>
        Assert.Equal(TimeSpan.FromMinutes(remaining), PollSchedule.Remaining(Pending(), Start + TimeSpan.FromMinutes(elapsed)));

    [Theory]
    [InlineData(50, 10, 10)]
    [InlineData(25, 5, 15)]
    [InlineData(100, 10, 0)]
    [InlineData(1, 1, 99)]
    [InlineData(0, 5, 15)]
    [InlineData(101, 5, 0)]
    public void With_progress_the_estimate_follows_the_speed(int percent, double elapsed, double remaining) =>
        Assert.Equal(TimeSpan.FromMinutes(remaining), PollSchedule.Remaining(Pending(percent), Start + TimeSpan.FromMinutes(elapsed)));

    [Fact]
    public void A_start_of_long_ago_has_an_estimate_too() =>
        Assert.True(PollSchedule.Remaining(Pending(1), DateTimeOffset.MaxValue) > TimeSpan.FromDays(1));

    [Fact]
    public void Progress_counts_only_while_the_image_is_being_copied() =>
        Assert.Equal(TimeSpan.FromMinutes(10), PollSchedule.Remaining(Pending(50, "CREATING"), Start + TimeSpan.FromMinutes(10)));

    [Theory]
    [InlineData(null, 0, 2)]
    [InlineData(null, 10, 2)]
    [InlineData(null, 20, 4)]
    [InlineData(null, 150, 30)]
    [InlineData(null, 600, 30)]
    [InlineData(0, 20, 4)]
    [InlineData(50, 40, 10)]
    [InlineData(1, 20, 10)]
    [InlineData(99, 600, 2)]
    [InlineData(50, 600, 30)]
    public void The_pause_is_short_for_new_and_nearly_available_images(int? percent, double elapsedSeconds, double pause) =>
        Assert.Equal(TimeSpan.FromSeconds(pause), PollSchedule.Pause([Pending(percent)], Start + TimeSpan.FromSeconds(elapsedSeconds)));

    [Fact]
    public void The_image_with_the_shortest_pause_decides() =>
        Assert.Equal(
            TimeSpan.FromSeconds(2), PollSchedule.Pause([Pending(), Pending(99), Pending(50)], Start + TimeSpan.FromSeconds(600)));

    [Fact]
    public void The_start_of_the_copy_counts_where_it_is_known()
    {
        var pending = new PendingImageState(
            new WaitTarget("img-1", "ap-beijing", VirtualClock.Start, null), Start, Start - TimeSpan.FromMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(15), PollSchedule.Remaining(pending, Start));
    }

    [Fact]
    public void A_missing_image_is_counted_until_it_is_seen()
    {
        var pending = Pending();

        pending.Update(null, Start);
        pending.Update(null, Start + TimeSpan.FromMinutes(1));
        Assert.Equal((2, Start, null), (pending.MissingCount, pending.MissingSince, pending.Image));

        pending.Update(new Image { ImageState = "NORMAL" }, Start);
        Assert.Equal((0, null, "NORMAL"), (pending.MissingCount, pending.MissingSince, pending.Image?.ImageState));
    }

    private static PendingImageState Pending(int? percent = null, string state = "SYNCING")
    {
        var pending = new PendingImageState(new WaitTarget("img-1", "ap-beijing", null, null), Start);
        if (percent is not null)
            pending.Update(new Image { ImageState = state, SyncPercent = percent }, Start);
        return pending;
    }
}
