using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Waiting;

public sealed class ImageWaiterTests
{
    private readonly ConcurrentQueue<WaitResult> _results = new();
    private readonly ConcurrentQueue<WaitProgress> _progress = new();

    [Fact]
    public async Task Each_image_is_handed_on_once_it_is_ready()
    {
        var options = new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) };
        options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Duration = TimeSpan.FromMinutes(10) };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        await WaitAsync(world, rows);

        var results = _results.ToArray();
        Assert.Equal(["ap-beijing", "ap-shanghai"], results.Select(result => result.Target.Region));
        Assert.All(results, result => Assert.Equal(WaitOutcome.Ready, result.Outcome));
        Assert.All(results, result => Assert.Equal("NORMAL", result.Image!.ImageState));
        Assert.True(results[1].EndedAt - results[0].EndedAt > TimeSpan.FromMinutes(9));
    }

    [Fact]
    public async Task The_pause_follows_what_is_left()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) });
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        var before = world.CallsOf("DescribeImages");

        await WaitAsync(world, rows);

        var ready = world.Cloud.FindImage(rows[0].ImageId!)!.CreatedTime + TimeSpan.FromMinutes(20);
        Assert.InRange(_results.Single().EndedAt - ready, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(world.CallsOf("DescribeImages") - before, 20, 80);
    }

    [Fact]
    public async Task Hundreds_of_images_are_looked_at_a_hundred_in_a_call()
    {
        var world = new CopyWorld();
        var images = world.AddImages(250, index => $"app-{index}");

        await WaitAsync(world, images.Select(image => new WaitTarget(image.ImageId, Source, null, null)));

        Assert.Equal(250, _results.Count(result => result.Outcome == WaitOutcome.Ready));
        Assert.Equal(3, world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task Images_that_trickle_in_do_not_cost_a_call_each()
    {
        var world = new CopyWorld();
        var images = world.AddImages(300, index => $"app-{index}");
        var targets = Channel.CreateUnbounded<WaitTarget>();
        targets.Writer.TryWrite(new WaitTarget(SimulatedWorld.CreatingImageId, Source, null, null));
        var waiter = Waiter(world, TimeSpan.FromMinutes(1));

        await world.Time.RunAsync(async () =>
        {
            var run = waiter.RunAsync(targets.Reader, _results.Enqueue, _ => { }, CancellationToken.None);
            foreach (var image in images)
            {
                targets.Writer.TryWrite(new WaitTarget(image.ImageId, Source, null, null));
                await Task.Delay(TimeSpan.FromMilliseconds(10), world.Time);
            }

            targets.Writer.Complete();
            await run;
        });

        Assert.Equal(300, _results.Count(result => result.Outcome == WaitOutcome.Ready));
        Assert.True(world.CallsOf("DescribeImages") < 60, $"{world.CallsOf("DescribeImages")} calls");
    }

    [Theory]
    [InlineData(CopyEnding.CreateFailed, WaitOutcome.Failed)]
    [InlineData(CopyEnding.Disappears, WaitOutcome.Vanished)]
    [InlineData(CopyEnding.Stuck, WaitOutcome.TimedOut)]
    public async Task A_copy_that_does_not_end_well_ends_the_waiting_for_it_alone(CopyEnding ending, WaitOutcome outcome)
    {
        var options = new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(10) };
        options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = ending };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        await WaitAsync(world, rows, TimeSpan.FromMinutes(30));

        Assert.Equal(outcome, _results.Single(result => result.Target.Region == "ap-beijing").Outcome);
        Assert.Equal(WaitOutcome.Ready, _results.Single(result => result.Target.Region == "ap-shanghai").Outcome);
    }

    [Fact]
    public async Task A_copy_that_shows_late_is_not_taken_for_vanished()
    {
        var options = new SimulatedCloudOptions { Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(90) } };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        await WaitAsync(world, rows);

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task A_copy_that_was_promised_may_take_minutes_to_show()
    {
        var options = new SimulatedCloudOptions { Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(6) } };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        await WaitAsync(world, rows);

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task Time_in_which_nobody_could_look_does_not_make_an_image_vanish()
    {
        var options = new SimulatedCloudOptions { Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(715) } };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", FirstCall = 2, Times = int.MaxValue });

        await world.Time.RunAsync(async () =>
        {
            var waiting = Waiter(world, TimeSpan.FromHours(1)).RunAsync(All(Targets(rows)), _results.Enqueue, _progress.Enqueue, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(700), world.Time);
            world.Cloud.Faults.Clear();
            await waiting;
        });

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task Waiting_goes_on_through_a_service_that_is_down_for_a_while()
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", Times = 40 });

        await WaitAsync(world, rows);

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_the_waiting_and_says_so()
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "AuthFailure.TokenFailure" })
        {
            Action = "DescribeImages",
            Times = int.MaxValue,
        });

        await WaitAsync(world, rows);

        var result = _results.Single();
        Assert.Equal(WaitOutcome.GivenUp, result.Outcome);
        Assert.NotNull(result.Error);
    }

    [Theory]
    [InlineData("AuthFailure.TokenFailure")]
    [InlineData("AuthFailure.SecretIdNotFound")]
    [InlineData("UnauthorizedOperation")]
    [InlineData("FailedOperation")]
    public async Task A_refusal_for_a_while_does_not_end_the_waiting(string code)
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code })
        {
            Action = "DescribeImages",
            FirstCall = 2,
            Times = 5,
        });

        await WaitAsync(world, rows);

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task A_refusal_that_goes_on_ends_the_waiting_after_two_minutes()
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        var began = world.Time.Elapsed;
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeImages",
            Times = int.MaxValue,
        });

        await WaitAsync(world, rows);

        Assert.Equal(WaitOutcome.GivenUp, _results.Single().Outcome);
        Assert.InRange(world.Time.Elapsed - began, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task A_request_that_is_wrong_from_the_start_ends_the_waiting_at_once()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnsupportedRegion" })
        {
            Action = "DescribeImages",
            Times = int.MaxValue,
        });

        await WaitAsync(world, new[] { new WaitTarget(SimulatedWorld.WebImageId, Source, null, null) });

        Assert.Equal(WaitOutcome.GivenUp, _results.Single().Outcome);
        Assert.True(world.Time.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_end_of_the_time_during_a_refusal_is_no_time_out()
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeImages",
            Times = int.MaxValue,
        });

        await WaitAsync(world, rows, TimeSpan.FromSeconds(30));

        Assert.Equal((WaitOutcome.GivenUp, true), (_results.Single().Outcome, _results.Single().Error is not null));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task A_wall_clock_that_is_set_during_the_wait_changes_nothing(int hours)
    {
        var options = new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) };
        options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.Stuck };
        options.CopiesTo["ap-nanjing"] = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(6) };
        var world = new CopyWorld(options: options);
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing", "ap-nanjing"));
        var wall = new SkewedTime(world.Time, TimeSpan.Zero);
        var ends = new Dictionary<string, TimeSpan>();
        var (began, calls) = (world.Time.Elapsed, world.CallsOf("DescribeImages"));
        var waiter = new ImageWaiter(
            world.Client, world.CarryOver, new WaitOptions { Timeout = TimeSpan.FromMinutes(40) }, wall, NullLogger.Instance);

        await world.Time.RunAsync(async () =>
        {
            var waiting = waiter.RunAsync(
                All(Targets(rows)),
                result =>
                {
                    _results.Enqueue(result);
                    ends.Add(result.Target.Region, world.Time.Elapsed - began);
                },
                _progress.Enqueue,
                CancellationToken.None);
            await Task.Delay(TimeSpan.FromMinutes(5), world.Time);
            wall.Skew = TimeSpan.FromHours(hours);
            await waiting;
        });

        Assert.Equal(
            [("ap-beijing", WaitOutcome.TimedOut), ("ap-nanjing", WaitOutcome.Ready), ("ap-shanghai", WaitOutcome.Ready)],
            _results.Select(result => (result.Target.Region, result.Outcome)).Order());
        Assert.InRange(ends["ap-shanghai"], TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(21));
        Assert.InRange(ends["ap-beijing"], TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(41));
        Assert.InRange(_results.Single(result => result.Target.Region == "ap-shanghai").Elapsed!.Value, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(21));
        Assert.InRange(world.CallsOf("DescribeImages") - calls, 100, 400);
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.StalledAnswer)]
    public async Task The_time_limit_holds_while_the_service_throttles_or_does_not_respond(FaultKind kind)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) });
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));
        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeImages", Region = "ap-shanghai", Times = int.MaxValue });
        var ends = new Dictionary<string, TimeSpan>();
        var began = world.Time.Elapsed;

        await world.Time.RunAsync(() => Waiter(world, TimeSpan.FromMinutes(2)).RunAsync(
            All(Targets(rows)),
            result => ends.Add($"{result.Target.Region} {result.Outcome}", world.Time.Elapsed - began),
            _progress.Enqueue,
            CancellationToken.None));

        Assert.InRange(ends["ap-shanghai TimedOut"], TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(131));
        Assert.InRange(ends["ap-beijing TimedOut"], TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(131));
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.StalledAnswer)]
    public async Task A_wait_is_cancelled_at_once_while_a_request_is_under_way(FaultKind kind)
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeImages", Times = int.MaxValue });
        WaitTarget[] targets = [new(SimulatedWorld.WebImageId, Source, null, null)];
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Time.RunAsync(async () =>
        {
            var waiting = Waiter(world, TimeSpan.FromHours(1)).RunAsync(All(targets), _results.Enqueue, _progress.Enqueue, stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(30), world.Time);
            stop.Cancel();
            await waiting;
        }));

        Assert.Empty(_results);
        Assert.Equal(TimeSpan.FromSeconds(30), world.Time.Elapsed);
    }

    [Fact]
    public async Task Without_any_time_there_is_one_request_that_may_take_a_moment()
    {
        var world = new CopyWorld();
        world.Cloud.Options.Latency = TimeSpan.FromSeconds(3);

        WaitTarget[] targets = [new(SimulatedWorld.WebImageId, Source, null, null), new(SimulatedWorld.CreatingImageId, Source, null, null)];
        await WaitAsync(world, targets, TimeSpan.Zero);

        Assert.Equal([WaitOutcome.Ready, WaitOutcome.TimedOut], _results.Select(result => result.Outcome));
        Assert.Equal(1, world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task A_very_long_time_limit_is_possible()
    {
        var world = new CopyWorld();
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        await WaitAsync(world, rows, TimeSpan.FromSeconds(int.MaxValue));

        Assert.Equal(WaitOutcome.Ready, _results.Single().Outcome);
    }

    [Fact]
    public async Task An_image_that_never_was_is_given_up_after_a_grace_time()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { UnknownImageIdIsError = true });

        await WaitAsync(
            world,
            new WaitTarget[] { new("img-nowhere1", Source, null, null), new(SimulatedWorld.WebImageId, Source, null, null) });

        Assert.Equal([WaitOutcome.Ready, WaitOutcome.Vanished], _results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Progress_tells_what_is_left_from_what_was_measured()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(10) });
        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        await WaitAsync(world, rows);

        Assert.Contains(_progress, progress => progress is { Total: 2, Pending.Count: > 0 });
        var half = _progress.First(progress => progress.Pending is [{ Percent: >= 50 }, ..]);
        Assert.InRange(half.Remaining!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
        Assert.Equal((2, 0, null), (_progress.Last().Finished, _progress.Last().Pending.Count, _progress.Last().Remaining));
    }

    private static ImageWaiter Waiter(CopyWorld world, TimeSpan timeout) =>
        new(world.Client, world.CarryOver, new WaitOptions { Timeout = timeout }, world.Time, NullLogger.Instance);

    private Task WaitAsync(CopyWorld world, IEnumerable<ImageCopy> rows, TimeSpan? timeout = null) =>
        WaitAsync(world, Targets(rows), timeout);

    private static IEnumerable<WaitTarget> Targets(IEnumerable<ImageCopy> rows) =>
        rows.Select(row => new WaitTarget(row.ImageId!, row.Region, row.RequestedAt, row));

    private async Task WaitAsync(CopyWorld world, IEnumerable<WaitTarget> targets, TimeSpan? timeout = null)
    {
        var waiter = Waiter(world, timeout ?? TimeSpan.FromHours(1));
        await world.Time.RunAsync(() => waiter.RunAsync(All(targets), _results.Enqueue, _progress.Enqueue, CancellationToken.None));
    }
}
