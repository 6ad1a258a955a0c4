using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>An image of which copies are being made already: it takes no further request before these have ended.</summary>
public sealed class BusySourceTests
{
    [Fact]
    public async Task A_source_that_shows_that_it_is_being_copied_is_waited_for_and_not_asked()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal((ImageCopyStatus.Requested, false), (row.Status, row.Reused));
        Assert.All(Asked(world), call => Assert.Equal(SimulatedCall.Ok, call.Outcome));
        Assert.Equal(world.Cloud.FindImage(row.ImageId!)!.CreatedTime, row.RequestedAt);
    }

    [Theory]
    [InlineData(BusySource.InvalidParameterValue)]
    [InlineData(BusySource.FailedOperation)]
    public async Task A_source_that_is_refused_as_busy_is_asked_again_in_minutes(BusySource refusal)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            CopyDuration = TimeSpan.FromMinutes(5),
            SourceShowsSyncing = false,
            BusySource = refusal,
        });
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        var asked = Asked(world).Skip(1).Select(call => call.Time).ToArray();
        Assert.InRange(asked.Length, 2, 4);
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waiting_for_a_busy_source_ends(bool isShown)
    {
        var options = new SimulatedCloudOptions { SourceShowsSyncing = isShown };
        options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.Stuck };
        var world = new CopyWorld(options: options);
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var began = world.Time.GetUtcNow();

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Failed, row.Status);
        Assert.Equal(
            isShown ? "ImageNotNormal" : "InvalidParameterValue.InvalidImageState",
            row.Error is RuleViolationException refusal ? refusal.Violation.Id : ((TencentCloudException)row.Error!).Code);
        Assert.InRange(world.Time.GetUtcNow() - began, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(35));
        Assert.Empty(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task Destinations_that_have_their_copy_do_not_wait()
    {
        var options = new SimulatedCloudOptions();
        options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.Stuck };
        var world = new CopyWorld(options: options);
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var began = world.Time.GetUtcNow();

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing")));

        Assert.True(row.Reused);
        Assert.Equal(began, world.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_of_an_earlier_run_that_shows_late_is_found_while_its_source_is_busy(bool isShown)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            CopyDuration = TimeSpan.FromMinutes(10),
            SourceShowsSyncing = isShown,
            Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(4) },
        });
        var first = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal((first.ImageId, true), (row.ImageId, row.Reused));
        Assert.Single(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task With_force_there_is_another_copy_once_the_source_is_free()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        var row = Assert.Single(await world.CopyAsync(world.Options(force: true), Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal((ImageCopyStatus.Requested, false), (row.Status, row.Reused));
        Assert.Equal(2, world.CopiesIn("ap-shanghai").Count());
    }

    [Fact]
    public async Task A_destination_that_cannot_be_looked_at_meanwhile_is_not_asked_for()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused)
        {
            Action = "DescribeImages",
            Region = "ap-shanghai",
            FirstCall = 2,
            Times = int.MaxValue,
        });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-chengdu"));

        Assert.Equal(ImageCopyStatus.Failed, rows.Single(row => row.Region == "ap-shanghai").Status);
        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-chengdu").Status);
        Assert.Empty(world.CopiesIn("ap-shanghai"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_busy_source_is_looked_at_soon(bool isShown)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromSeconds(20), SourceShowsSyncing = isShown });
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var began = world.Time.GetUtcNow();

        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        // A source that does not show that it is busy gets its next request after a minute.
        Assert.InRange(world.Time.GetUtcNow() - began, TimeSpan.FromSeconds(20), isShown ? TimeSpan.FromSeconds(40) : TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task The_wait_for_a_busy_source_is_reported_with_its_limit_and_its_end()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var reports = new List<BusySourceWait>();

        await world.CopyAsync(world.Options() with { WaitingForSource = reports.Add }, Request(SimulatedWorld.WebImageId, "ap-shanghai"));

        Assert.All(reports, report => Assert.Equal(
            (SimulatedWorld.WebImageId, Source, "ap-shanghai", TimeSpan.FromMinutes(30)),
            (report.ImageId, report.Region, Assert.Single(report.DestinationRegions), report.Limit)));
        var elapsed = reports.Select(report => report.Elapsed?.TotalSeconds).ToArray();
        Assert.Equal([0, 5, 15, 35, 60], elapsed.Take(5));
        Assert.Null(elapsed[^1]);
        Assert.All(elapsed[..^1], seconds => Assert.NotNull(seconds));
    }

    [Theory]
    [InlineData(true, "ImageNotNormal")]
    [InlineData(false, "InvalidParameterValue.InvalidImageState")]
    public async Task A_busy_source_fails_at_once_when_the_user_wants_that(bool isShown, string code)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { SourceShowsSyncing = isShown });
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var began = world.Time.GetUtcNow();

        var rows = await world.CopyAsync(
            world.Options() with { FailWhenBusy = true },
            Request(SimulatedWorld.WebImageId, "ap-shanghai"),
            Request(SimulatedWorld.DatabaseImageId, "ap-shanghai"));

        Assert.Equal(began, world.Time.GetUtcNow());
        var failed = rows.Single(row => row.SourceImageId == SimulatedWorld.WebImageId);
        Assert.Equal(code, failed.Error is RuleViolationException refusal ? refusal.Violation.Id : ((TencentCloudException)failed.Error!).Code);
        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.SourceImageId == SimulatedWorld.DatabaseImageId).Status);
    }

    [Fact]
    public async Task The_own_copies_after_a_lost_response_are_waited_for_in_any_case()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(90) } });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });

        var row = Assert.Single(await world.CopyAsync(
            world.Options() with { FailWhenBusy = true }, Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(120)]
    public async Task A_clock_that_is_set_changes_no_wait(int minutes)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(5) });
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-beijing"));
        var began = world.Time.GetUtcNow();
        var clock = new SetClock(world.Time, began + TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(minutes));
        var rows = new List<ImageCopy>();
        var copier = new ImageCopier(world.Client, world.Options(), clock, new LogRecorder());

        await world.Time.RunAsync(() => copier.RunAsync(All([Request(SimulatedWorld.WebImageId, "ap-shanghai")]), rows.Add, CancellationToken.None));

        Assert.Equal(ImageCopyStatus.Requested, Assert.Single(rows).Status);
        Assert.InRange(world.Time.GetUtcNow() - began, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(7));
    }

    /// <summary>A time of day that somebody sets.</summary>
    private sealed class SetClock(TimeProvider inner, DateTimeOffset at, TimeSpan by) : TimeProvider
    {
        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() is var now && now >= at ? now + by : now;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);
    }

    private static IEnumerable<SimulatedCall> Asked(CopyWorld world) => world.Cloud.Calls.Where(call => call.Action == "SyncImages");
}
