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
