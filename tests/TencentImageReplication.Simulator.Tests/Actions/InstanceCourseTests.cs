using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class InstanceCourseTests
{
    private readonly Simulation _simulation = new();

    private async Task<string> StateAsync(string imageId, string region = Simulation.Guangzhou)
    {
        var ids = (await _simulation.SucceedAsync("RunInstances", new { ImageId = imageId, Placement = new { Zone = region + "-3" } }, region)).Texts("InstanceIdSet");
        _simulation.Time.Advance(TimeSpan.FromHours(1));
        return Assert.Single((await _simulation.SucceedAsync("DescribeInstancesStatus", new { InstanceIds = ids }, region)).Texts("InstanceStatusSet", "InstanceState"));
    }

    [Theory]
    [InlineData(LaunchEnding.Running, "RUNNING")]
    [InlineData(LaunchEnding.LaunchFailed, "LAUNCH_FAILED")]
    [InlineData(LaunchEnding.Stuck, "PENDING")]
    public async Task An_image_boots_as_its_setting_says(LaunchEnding ending, string state)
    {
        _simulation.Options.LaunchesOf[SimulatedWorld.WebImageId] = new InstanceLifeCycle { Ending = ending };

        Assert.Equal(state, await StateAsync(SimulatedWorld.WebImageId));
        Assert.Equal("RUNNING", await StateAsync(SimulatedWorld.DatabaseImageId));
    }

    [Fact]
    public async Task A_copy_boots_like_its_source_unless_its_region_has_a_setting()
    {
        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing");
        _simulation.Time.Advance(TimeSpan.FromHours(1));
        _simulation.Options.LaunchesOf[SimulatedWorld.WebImageId] = new InstanceLifeCycle { Ending = LaunchEnding.LaunchFailed };
        _simulation.Options.LaunchesOf["ap-beijing"] = new InstanceLifeCycle { Ending = LaunchEnding.Stuck };

        Assert.Equal("LAUNCH_FAILED", await StateAsync(copies["ap-shanghai"], "ap-shanghai"));
        Assert.Equal("PENDING", await StateAsync(copies["ap-beijing"], "ap-beijing"));
        _simulation.Options.LaunchesOf[copies["ap-beijing"]] = new InstanceLifeCycle();
        Assert.Equal("RUNNING", await StateAsync(copies["ap-beijing"], "ap-beijing"));
    }

    [Fact]
    public async Task An_image_can_take_its_time()
    {
        _simulation.Options.Launches = new InstanceLifeCycle { LaunchDuration = TimeSpan.FromHours(2) };

        Assert.Equal("PENDING", await StateAsync(SimulatedWorld.WebImageId));
    }
}
