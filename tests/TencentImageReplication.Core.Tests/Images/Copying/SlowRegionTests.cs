using System.Collections.Concurrent;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>A region that does not respond, or fails, holds up no other region.</summary>
public sealed class SlowRegionTests
{
    private const string Good = "ap-shanghai";
    private const string Bad = "ap-beijing";

    // One region is waited for as long as a retry takes, because a second request must wait until the source is free.
    private static readonly TimeSpan MostHeldUp = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(60)]
    public async Task A_destination_that_stalls_holds_up_no_other(int count)
    {
        var world = new CopyWorld();
        var images = world.AddImages(count, index => $"app-{index}");
        world.Cloud.Faults.Add(Stalled(Bad));

        var rows = await TimeRowsAsync(world, [.. images.Select(image => Request(image.ImageId, Bad, Good))]);

        Assert.Equal(2 * count, rows.Count);
        var good = rows.Where(row => row.Copy.Region == Good).ToList();
        Assert.All(good, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        Assert.InRange(good.Min(row => row.At), TimeSpan.Zero, MostHeldUp);
        Assert.InRange(good.Max(row => row.At), TimeSpan.Zero, MostHeldUp + TimeSpan.FromSeconds(count / 9.0));
        Assert.All(rows.Where(row => row.Copy.Region == Bad), row => Assert.Equal(ImageCopyStatus.Failed, row.Copy.Status));
        Assert.InRange(world.Cloud.Calls.Count(call => call.Region == Bad), 1, 4);
    }

    [Fact]
    public async Task A_destination_that_responds_late_is_requested_once_the_source_is_free()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.Slow) { AnswerLatency = TimeSpan.FromSeconds(20) }) { Region = Bad });

        var rows = await TimeRowsAsync(world, Request(SimulatedWorld.WebImageId, Bad, Good));

        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        Assert.All(rows, row => Assert.Equal(row.Copy.ImageId, Assert.Single(world.CopiesIn(row.Copy.Region)).ImageId));
        Assert.InRange(rows.Single(row => row.Copy.Region == Good).At, TimeSpan.Zero, MostHeldUp);
        Assert.InRange(rows.Single(row => row.Copy.Region == Bad).At, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4));
        Assert.Equal(2, world.Cloud.Calls.Count(call => call is { Action: "SyncImages", Outcome: SimulatedCall.Ok }));
    }

    [Fact]
    public async Task A_retry_of_one_destination_does_not_split_the_request()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Region = Bad });

        var rows = await TimeRowsAsync(world, Request(SimulatedWorld.WebImageId, Bad, Good));

        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        Assert.Equal(1, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task Lists_that_arrive_slowly_do_not_split_requests()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { ImageQuota = 3000 });
        world.AddImages(1500, index => $"filler-{index}", Bad);
        var images = world.AddImages(30, index => $"app-{index}");
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.Slow) { AnswerLatency = TimeSpan.FromSeconds(2) }) { Region = Bad, Times = int.MaxValue });

        var rows = await TimeRowsAsync(world, [.. images.Select(image => Request(image.ImageId, Bad, Good))]);

        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        Assert.Equal(30, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task A_destination_that_fails_is_asked_by_one_image_for_all()
    {
        var world = new CopyWorld();
        var images = world.AddImages(100, index => $"app-{index}");
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ProxyPage) { StatusCode = 502 }) { Region = Bad, Times = int.MaxValue });

        var rows = await TimeRowsAsync(world, [.. images.Select(image => Request(image.ImageId, Bad, Good))]);

        Assert.Equal(200, rows.Count);
        Assert.InRange(world.Cloud.Calls.Count(call => call.Region == Bad), 1, 4);
        Assert.InRange(rows.Where(row => row.Copy.Region == Good).Max(row => row.At), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.InRange(rows.Where(row => row.Copy.Region == Bad).Max(row => row.At), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Images_whose_destinations_all_stall_hold_up_no_other_image()
    {
        var world = new CopyWorld();
        var images = world.AddImages(61, index => $"app-{index}");
        world.Cloud.Faults.Add(Stalled(Bad));

        var rows = await TimeRowsAsync(
            world, [.. images.Take(60).Select(image => Request(image.ImageId, Bad)), Request(images[60].ImageId, Good)]);

        Assert.InRange(rows.Single(row => row.Copy.Region == Good).At, TimeSpan.Zero, MostHeldUp);
    }

    [Fact]
    public async Task A_source_region_that_stalls_holds_up_no_other()
    {
        var world = new CopyWorld();
        var elsewhere = world.AddImages(1, _ => "elsewhere", Bad)[0];
        world.Cloud.Faults.Add(Stalled(Bad));

        var rows = await TimeRowsAsync(
            world, new ImageCopyRequest(elsewhere.ImageId, Bad, [Good], null), Request(SimulatedWorld.WebImageId, Good));

        Assert.Equal(2, rows.Count);
        var good = rows.Single(row => row.Copy.SourceRegion == Source);
        Assert.Equal(ImageCopyStatus.Requested, good.Copy.Status);
        Assert.InRange(good.At, TimeSpan.Zero, MostHeldUp);
    }

    [Fact]
    public async Task Requests_that_stall_in_one_source_region_hold_up_no_other()
    {
        var world = new CopyWorld();
        var elsewhere = world.AddImages(40, index => $"elsewhere-{index}", Bad);
        world.Cloud.Faults.Add(Stalled(Bad) with { Action = "SyncImages" });

        var rows = await TimeRowsAsync(
            world,
            [.. elsewhere.Select(image => new ImageCopyRequest(image.ImageId, Bad, [Good], null)), Request(SimulatedWorld.WebImageId, Good)]);

        Assert.InRange(rows.Single(row => row.Copy.SourceRegion == Source).At, TimeSpan.Zero, MostHeldUp + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_copy_that_exists_is_told_while_another_destination_stalls()
    {
        var world = new CopyWorld();
        var first = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, Good)));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Cloud.Faults.Add(Stalled(Bad));

        var rows = await TimeRowsAsync(world, Request(SimulatedWorld.WebImageId, Bad, Good));

        var row = rows.Single(row => row.Copy.Region == Good);
        Assert.Equal((first.ImageId, true), (row.Copy.ImageId, row.Copy.Reused));
        Assert.InRange(row.At, TimeSpan.Zero, MostHeldUp);
    }

    [Fact]
    public async Task A_destination_that_stalls_in_the_middle_of_a_run_holds_up_no_other()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { ImageQuota = 1000 });
        var images = world.AddImages(600, index => $"app-{index}");
        world.Cloud.Faults.Add(Stalled(Bad) with { FirstCall = 2 });

        var rows = await TimeRowsAsync(world, [.. images.Select(image => Request(image.ImageId, Bad, Good))]);

        Assert.Equal(1200, rows.Count);
        var good = rows.Where(row => row.Copy.Region == Good).ToList();
        Assert.All(good, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        // Ten requests a second.
        Assert.InRange(good.Max(row => row.At), TimeSpan.Zero, TimeSpan.FromSeconds(60 * 1.05) + MostHeldUp);
    }

    [Fact]
    public async Task Busy_sources_hold_up_no_other_image()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) });
        var images = world.AddImages(41, index => $"app-{index}");
        await world.CopyAsync([.. images.Take(40).Select(image => Request(image.ImageId, "ap-chengdu"))]);

        var rows = await TimeRowsAsync(world, [.. images.Select(image => Request(image.ImageId, Good))]);

        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Requested, row.Copy.Status));
        Assert.InRange(rows.Single(row => row.Copy.SourceImageId == images[40].ImageId).At, TimeSpan.Zero, MostHeldUp);
    }

    [Fact]
    public async Task A_copy_found_after_a_lost_response_is_told_while_another_destination_stalls()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });
        world.Cloud.Faults.Add(Stalled(Bad) with { Action = "DescribeImages", FirstCall = 2 });

        var rows = await TimeRowsAsync(world, Request(SimulatedWorld.WebImageId, Bad, Good));

        Assert.InRange(rows.Single(row => row.Copy.Region == Good).At, TimeSpan.Zero, MostHeldUp);
        Assert.Equal(ImageCopyStatus.Failed, rows.Single(row => row.Copy.Region == Bad).Copy.Status);
    }

    private static FaultRule Stalled(string region) => new(FaultKind.StalledAnswer) { Region = region, Times = int.MaxValue };

    private static async Task<IReadOnlyList<(ImageCopy Copy, TimeSpan At)>> TimeRowsAsync(CopyWorld world, params ImageCopyRequest[] requests)
    {
        var began = world.Time.GetUtcNow();
        var rows = new ConcurrentQueue<(ImageCopy, TimeSpan)>();
        var copier = new ImageCopier(world.Client, world.Options(), world.Time, new LogRecorder());
        await world.Time.RunAsync(() => copier.RunAsync(
            All(requests), copy => rows.Enqueue((copy, world.Time.GetUtcNow() - began)), CancellationToken.None));
        return [.. rows];
    }
}
