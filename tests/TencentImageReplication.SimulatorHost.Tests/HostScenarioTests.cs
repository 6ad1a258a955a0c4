using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>A scenario on the port, and the options that have precedence over it.</summary>
public class HostScenarioTests
{
    private static readonly Scenario Slow = Scenario.Parse(
        """{ "settings": { "copyDuration": "00:01:00", "launchDuration": "00:00:09", "latency": "00:00:01", "seed": 5, "imageQuota": 3 } }""", "slow.json");

    [Fact]
    public void The_settings_of_the_scenario_replace_the_defaults()
    {
        var options = new HostSettings { Scenario = Slow }.CreateCloud(TimeProvider.System).Options;

        Assert.Equal((60, 9, 1), (options.CopyDuration.TotalSeconds, options.LaunchDuration.TotalSeconds, options.Latency.TotalSeconds));
        Assert.Equal((5, 3), (options.Seed, options.ImageQuota));
    }

    [Fact]
    public void Options_have_precedence_over_the_scenario()
    {
        var settings = new HostSettings { Scenario = Slow, CopyDuration = TimeSpan.FromSeconds(2), Latency = TimeSpan.Zero, Seed = 8 };
        var cloud = settings.CreateCloud(TimeProvider.System);

        Assert.Equal((2, 9, 0, 8), (cloud.Options.CopyDuration.TotalSeconds, cloud.Options.LaunchDuration.TotalSeconds, cloud.Options.Latency.TotalSeconds, cloud.Options.Seed));
        Assert.Equal(8, cloud.Faults.Seed);
    }

    [Fact]
    public async Task A_scenario_is_on_the_port()
    {
        await using var running = await RunningServer.StartAsync(new HostSettings { Scenario = Scenario.Load("full-quota") });

        var state = await running.StateAsync();

        Assert.Equal(6, state.GetProperty("images").GetArrayLength());
    }
}
