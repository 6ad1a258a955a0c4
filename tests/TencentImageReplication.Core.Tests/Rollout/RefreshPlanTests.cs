using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Core.Tests.Rollout;

public sealed class RefreshPlanTests
{
    private static readonly DateTimeOffset Changed = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("SUCCESSFUL", "NORMAL", 0, true, "Done")]
    [InlineData("SUCCESSFUL", "NORMAL", 60, true, "Done")]
    [InlineData("SUCCESSFUL", "NORMAL", -1, true, "Start")]
    [InlineData("SUCCESSFUL", "NORMAL", 60, false, "Start")]
    [InlineData("SUCCESSFUL", "ROLLBACK", 60, true, "Start")]
    [InlineData("FAILED", "NORMAL", 60, true, "Start")]
    [InlineData("CANCELLED", "NORMAL", 60, true, "Start")]
    [InlineData("RUNNING", "NORMAL", 60, true, "Adopt")]
    [InlineData("INIT", "NORMAL", 0, true, "Adopt")]
    [InlineData("FAILED_PAUSE", "NORMAL", 60, true, "Adopt")]
    [InlineData("AUTO_PAUSE", "NORMAL", 60, true, "Adopt")]
    [InlineData("RUNNING", "NORMAL", -1, true, "Blocked")]
    [InlineData("RUNNING", "NORMAL", 60, false, "Blocked")]
    [InlineData("RUNNING", "ROLLBACK", 60, true, "Blocked")]
    [InlineData("MANUAL_PAUSE", "ROLLBACK", 60, true, "Blocked")]
    public void A_refresh_counts_by_its_state_its_kind_and_its_time(string status, string type, int secondsAfter, bool hasImage, string need) =>
        Assert.Equal(need, $"{RefreshPlan.Of([Activity("asr-1", status, type, secondsAfter)], hasImage, Changed, 4).Need}");

    [Fact]
    public void The_latest_refresh_counts()
    {
        RefreshActivity[] activities = [Activity("asr-1", "SUCCESSFUL", "NORMAL", 10), Activity("asr-2", "SUCCESSFUL", "ROLLBACK", 20)];

        Assert.Equal(RefreshNeed.Start, RefreshPlan.Of(activities, hasImage: true, Changed, 4).Need);
    }

    [Fact]
    public void A_replacement_of_instances_is_not_adopted()
    {
        var replacement = Activity("asr-1", "RUNNING", "NORMAL", 10) with { RefreshMode = "ROLLING_UPDATE_REPLACE" };

        Assert.Equal(RefreshNeed.Blocked, RefreshPlan.Of([replacement], hasImage: true, Changed, 4).Need);
    }

    [Fact]
    public void A_group_without_instances_needs_no_refresh() => Assert.Equal(RefreshNeed.Nothing, RefreshPlan.Of([], hasImage: false, Changed, 0).Need);

    private static RefreshActivity Activity(string id, string status, string type, int secondsAfter) => new()
    {
        RefreshActivityId = id,
        Status = status,
        ActivityType = type,
        RefreshMode = "ROLLING_UPDATE_RESET",
        CreatedTime = Changed.AddSeconds(secondsAfter),
    };
}
