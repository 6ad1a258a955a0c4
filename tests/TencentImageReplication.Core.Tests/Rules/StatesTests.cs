using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class StatesTests
{
    [Theory]
    [InlineData("CREATEFAILED", true)]
    [InlineData("IMPORTFAILED", true)]
    [InlineData("NORMAL", false)]
    [InlineData("SYNCING", false)]
    [InlineData("SOMETHING_NEW", false)]
    [InlineData(null, false)]
    public void An_image_in_a_failed_state_cannot_become_usable(string? state, bool failed) =>
        Assert.Equal(failed, ImageStates.IsFailed(state));

    [Fact]
    public void All_documented_states_of_images_are_known() =>
        Assert.Equal(["NORMAL", "CREATING", "SYNCING", "IMPORTING", "CREATEFAILED", "IMPORTFAILED"], ImageStates.All);

    [Theory]
    [InlineData("PENDING", false)]
    [InlineData("STARTING", false)]
    [InlineData("RUNNING", true)]
    [InlineData("LAUNCH_FAILED", true)]
    [InlineData("STOPPED", true)]
    public void A_launch_has_ended_in_any_other_state_than_those_of_starting(string state, bool ended) =>
        Assert.Equal(ended, InstanceStates.IsLaunchComplete(state));

    [Theory]
    [InlineData("TERMINATING", true)]
    [InlineData("SHUTDOWN", true)]
    [InlineData("STOPPED", false)]
    [InlineData("RUNNING", false)]
    public void An_instance_is_deleted_before_it_disappears(string state, bool deleted) =>
        Assert.Equal(deleted, InstanceStates.IsDeleted(state));

    [Fact]
    public void Network_disks_can_be_system_disks() => Assert.All(DiskTypes.All, type => Assert.StartsWith("CLOUD_", type, StringComparison.Ordinal));
}
