using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Instances;

/// <summary>Launches with the same settings, in one command or in two.</summary>
public sealed class RepeatedLaunchTests
{
    private static readonly LaunchSettings Two = new() { InstanceType = "S5.MEDIUM4", Count = 2 };

    private readonly CopyWorld _world = new();
    private readonly List<LaunchResult> _results = [];
    private readonly List<Exception> _failures = [];
    private readonly List<string> _requested = [];

    [Fact]
    public async Task The_same_settings_return_the_same_instances()
    {
        var (first, second) = (await LaunchAsync(Two), await LaunchAsync(Two));

        Assert.Equal((false, true), (first.Launch.Reused, second.Launch.Reused));
        Assert.Equal(first.Launch.InstanceIds, second.Launch.InstanceIds);
        Assert.Equal(2, second.Visible.Count);
        Assert.Equal(2, _world.Cloud.Instances().Count);
        Assert.Contains(_world.Log.Entries, entry => entry.StartsWith("Warning: ", StringComparison.Ordinal) && entry.Contains("-Force", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_image_twice_in_one_command_creates_once()
    {
        await RunAsync(new LaunchOptions(), Two, Two);

        Assert.Equal([false, true], _results.Select(result => result.Launch.Reused).Order());
        Assert.Equal(2, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task Force_creates_more_each_time()
    {
        var force = new LaunchOptions { Force = true };

        Assert.False((await LaunchAsync(Two, force)).Launch.Reused);
        Assert.False((await LaunchAsync(Two, force)).Launch.Reused);
        Assert.Equal(4, _world.Cloud.Instances().Count);
    }

    [Theory]
    [InlineData("TERMINATING", "TERMINATING", 4)]
    [InlineData("SHUTDOWN", "TERMINATING", 4)]
    [InlineData("TERMINATING", "RUNNING", 2)]
    [InlineData("STOPPED", "STOPPED", 2)]
    public async Task Only_when_all_instances_are_deleted_others_are_created(string one, string other, int count)
    {
        var first = await LaunchAsync(Two);
        _world.Cloud.UpdateInstance(first.Launch.InstanceIds[0], instance => instance with { State = one });
        _world.Cloud.UpdateInstance(first.Launch.InstanceIds[1], instance => instance with { State = other });

        var second = await LaunchAsync(Two);

        Assert.Equal(count == 2, second.Launch.Reused);
        Assert.Equal(count, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task Instances_that_no_longer_exist_give_way_to_others_again_and_again()
    {
        var first = await LaunchAsync(Two);
        Remove(first);
        var second = await LaunchAsync(Two);
        Remove(second);
        var third = await LaunchAsync(Two);

        Assert.Equal(3, new[] { first, second, third }.Select(result => result.Launch.Request.ClientToken).Distinct().Count());
        Assert.Equal(third.Launch.InstanceIds.Order(StringComparer.Ordinal), _world.Cloud.Instances().Select(instance => instance.InstanceId).Order(StringComparer.Ordinal));
        Assert.False(third.Launch.Reused);
    }

    [Fact]
    public async Task A_lookup_that_fails_never_creates_a_second_instance()
    {
        await LaunchAsync(Two);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeInstances", Times = int.MaxValue });

        Assert.Empty((await LaunchAsync(Two)).Visible);

        Assert.Equal(2, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task A_token_of_the_user_returns_the_instances_even_when_they_are_deleted()
    {
        var withToken = Two with { ClientToken = "mine" };
        var first = await LaunchAsync(withToken);
        foreach (var id in first.Launch.InstanceIds)
            _world.Cloud.UpdateInstance(id, instance => instance with { State = "TERMINATING" });

        var second = await LaunchAsync(withToken);

        Assert.True(second.Launch.Reused);
        Assert.Equal("mine", second.Launch.Request.ClientToken);
        Assert.Equal(first.Launch.InstanceIds, second.Launch.InstanceIds);
        Assert.Equal(2, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task A_token_is_for_one_image()
    {
        var settings = Two with { ClientToken = "mine" };

        await RunAsync(
            new LaunchOptions(),
            new LaunchRequest(SimulatedWorld.WebImageId, Source, null, settings),
            new LaunchRequest(_world.AddImages(1, _ => "other")[0].ImageId, Source, null, settings));

        Assert.Equal("ClientTokenUsedTwice", Assert.IsType<RuleViolationException>(Assert.Single(_failures)).Violation.Id);
        Assert.Single(_results);
    }

    [Fact]
    public async Task A_dry_run_creates_nothing_and_is_not_remembered()
    {
        var passed = await LaunchAsync(Two with { DryRun = true });

        Assert.Equal((0, false), (passed.Launch.InstanceIds.Count, passed.Launch.Reused));
        Assert.Empty(_world.Cloud.Instances());
        Assert.False((await LaunchAsync(Two)).Launch.Reused);
    }

    [Fact]
    public async Task Each_request_is_reported_with_its_token_before_it_is_sent()
    {
        var result = await LaunchAsync(Two, new LaunchOptions { Requesting = (request, token) => _requested.Add($"{request.ImageId} {token} {_world.CallsOf("RunInstances")}") });

        Assert.Equal([$"{SimulatedWorld.WebImageId} {result.Launch.Request.ClientToken} 0"], _requested);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task What_is_not_confirmed_is_not_created(bool confirm, int requests)
    {
        var plans = new List<InstancePlan>();
        await RunAsync(new LaunchOptions { Confirmation = Confirmation(withPrice: true, plans, confirm) }, Two);

        Assert.Equal((requests, requests), (_results.Count, _world.CallsOf("RunInstances")));
        Assert.True(Assert.Single(plans) is { Price: not null, PriceError: null, Region: Source });
    }

    [Fact]
    public async Task A_price_is_requested_only_to_be_shown()
    {
        var plans = new List<InstancePlan>();
        await RunAsync(new LaunchOptions { Confirmation = Confirmation(withPrice: false, plans) }, Two);

        Assert.Null(Assert.Single(plans).Price);
        Assert.Equal(0, _world.CallsOf("InquiryPriceRunInstances"));
    }

    [Fact]
    public async Task A_price_that_is_not_available_does_not_prevent_the_launch()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "InquiryPriceRunInstances" });
        var plans = new List<InstancePlan>();
        await RunAsync(new LaunchOptions { Confirmation = Confirmation(withPrice: true, plans) }, Two);

        Assert.Equal("UnauthorizedOperation", Assert.Single(plans).PriceError?.Code);
        Assert.Single(_results);
    }

    [Fact]
    public async Task A_dry_run_needs_no_confirmation()
    {
        var plans = new List<InstancePlan>();
        await RunAsync(new LaunchOptions { Confirmation = Confirmation(withPrice: true, plans, confirm: false) }, Two with { DryRun = true });

        Assert.Empty(plans);
        Assert.Single(_results);
    }

    [Fact]
    public async Task The_example_is_read_by_its_id()
    {
        var id = (await LaunchAsync(Two)).Launch.InstanceIds[0];

        var like = await _world.Time.RunAsync(() => LikeInstance.ReadAsync(_world.Client, Source, id, CancellationToken.None));

        Assert.Equal((id, Source), (like?.Instance.InstanceId, like?.Region));
        Assert.Null(await _world.Time.RunAsync(() => LikeInstance.ReadAsync(_world.Client, Source, "ins-unknown1", CancellationToken.None)));
    }

    private static InstanceConfirmation Confirmation(bool withPrice, List<InstancePlan> plans, bool confirm = true) => new(withPrice, plan =>
    {
        plans.Add(plan);
        return Task.FromResult(confirm);
    });

    private void Remove(LaunchResult result)
    {
        foreach (var id in result.Launch.InstanceIds)
            _world.Cloud.RemoveInstance(id);
    }

    private async Task<LaunchResult> LaunchAsync(LaunchSettings settings, LaunchOptions? options = null)
    {
        await RunAsync(options ?? new LaunchOptions(), settings);
        Assert.Empty(_failures);
        return _results[^1];
    }

    private Task RunAsync(LaunchOptions options, params LaunchSettings[] settings) =>
        RunAsync(options, [.. settings.Select(setting => new LaunchRequest(SimulatedWorld.WebImageId, Source, null, setting))]);

    private Task RunAsync(LaunchOptions options, params LaunchRequest[] requests) => _world.Time.RunAsync(() =>
        new LaunchBatch(options, new InstanceLauncher(_world.Client, _world.Time, _world.Log), _world.Log).RunAsync(
            All(requests), _results.Add, (_, failure) => _failures.Add(failure), CancellationToken.None));
}
