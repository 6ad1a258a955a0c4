using System.Text.Json;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.State;

public class RateLimitTests
{
    private readonly Simulation _simulation = new();

    private async Task<int> CallsUntilThrottledAsync(string action, object? parameters = null)
    {
        for (var calls = 0; calls < 100; calls++)
        {
            if ((await _simulation.CallAsync(action, parameters)).Code == "RequestLimitExceeded")
                return calls;
        }
        return 100;
    }

    [Theory]
    [InlineData("SyncImages", 10)]
    [InlineData("DescribeImages", 40)]
    [InlineData("DescribeImageQuota", 10)]
    [InlineData("DescribeImageSharePermission", 10)]
    [InlineData("ModifyImageSharePermission", 10)]
    [InlineData("ModifyImageAttribute", 10)]
    [InlineData("CreateImage", 10)]
    [InlineData("DeleteImages", 10)]
    [InlineData("RunInstances", 10)]
    [InlineData("DescribeInstances", 40)]
    [InlineData("DescribeZones", 20)]
    [InlineData("DescribeRegions", 20)]
    [InlineData("DescribeZoneInstanceConfigInfos", 40)]
    [InlineData("CreateLaunchTemplate", 20)]
    [InlineData("DescribeLaunchTemplates", 20)]
    [InlineData("DescribeAutoScalingGroups", 60)]
    [InlineData("DescribeAutoScalingInstances", 60)]
    [InlineData("DescribeLaunchConfigurations", 20)]
    [InlineData("StartInstanceRefresh", 20)]
    [InlineData("DescribeRefreshActivities", 20)]
    public async Task The_documented_rates_are_enforced(string action, int perSecond) =>
        Assert.Equal(perSecond, await CallsUntilThrottledAsync(action));

    /// <summary>Compares the rates with <c>rates.json</c>, which has those that are documented.</summary>
    [Fact]
    public void The_rates_are_the_documented_ones()
    {
        var options = _simulation.Options;
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "rates.json")));
        var played = new List<string>();
        foreach (var service in facts.RootElement.EnumerateObject())
        {
            foreach (var rate in service.Value.EnumerateObject())
            {
                var named = $"{service.Name}:{rate.Name}";
                if (options.RateLimits.TryGetValue(named, out var limit) || (!played.Contains(rate.Name) && options.RateLimits.TryGetValue(rate.Name, out limit)))
                {
                    Assert.True(limit == rate.Value.GetInt32(), $"{named}: {limit}");
                    played.Add(options.RateLimits.ContainsKey(named) ? named : rate.Name);
                }
            }
        }

        // The others have the rate of an action without a documented one.
        Assert.All(options.RateLimits.Keys.Except(played), name => Assert.Equal(options.DefaultRateLimit, options.RateLimits[name]));
    }

    [Fact]
    public async Task After_a_second_requests_succeed_again()
    {
        await CallsUntilThrottledAsync("DescribeZones");
        _simulation.Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("RequestLimitExceeded", await _simulation.FailAsync("DescribeZones"));
        _simulation.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _simulation.SucceedAsync("DescribeZones");
    }

    [Fact]
    public async Task Accounts_and_actions_do_not_share_a_limit()
    {
        await CallsUntilThrottledAsync("DescribeZones");

        await _simulation.SucceedAsync("DescribeZones", account: SimulatedWorld.Partner);
        await _simulation.SucceedAsync("DescribeRegions");
    }

    [Fact]
    public async Task The_code_and_the_rate_are_settings()
    {
        _simulation.Options.RateLimitErrorCode = "RequestLimitExceeded.UinLimitExceeded";
        _simulation.Options.RateLimits["DescribeZones"] = 1;
        await _simulation.SucceedAsync("DescribeZones");

        Assert.Equal("RequestLimitExceeded.UinLimitExceeded", await _simulation.FailAsync("DescribeZones"));
        _simulation.Options.EnforceRateLimits = false;
        await _simulation.SucceedAsync("DescribeZones");
    }
}
