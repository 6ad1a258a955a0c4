using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class LongCopiesTests
{
    private static readonly DateTimeOffset Now = VirtualClock.Start;

    [Theory]
    [InlineData("SYNCING", 121, true)]
    [InlineData("SYNCING", 120, false)]
    [InlineData("CREATING", 121, false)]
    [InlineData("NORMAL", 121, false)]
    public void A_copy_is_long_after_two_hours(string state, int minutes, bool isLong) =>
        Assert.Equal(isLong, LongCopies.IsLong(new Image { ImageState = state, CreatedTime = Now.AddMinutes(-minutes) }, Now));

    [Fact]
    public void Without_a_time_nothing_is_known()
    {
        Assert.False(LongCopies.IsLong(new Image { ImageState = "SYNCING" }, Now));
        Assert.Null(LongCopies.Since(new Image(), Now));
    }

    [Theory]
    [InlineData(59, "2026-11-23T15:01:00Z (59 min)")]
    [InlineData(60, "2026-11-23T15:00:00Z (1 h)")]
    [InlineData(47 * 60, "2026-11-21T17:00:00Z (47 h)")]
    [InlineData(48 * 60, "2026-11-21T16:00:00Z (2 days)")]
    public void The_time_since_then_is_in_minutes_hours_or_days(int minutes, string text) =>
        Assert.Equal(text, LongCopies.Since(new Image { CreatedTime = Now.AddMinutes(-minutes) }, Now));
}
