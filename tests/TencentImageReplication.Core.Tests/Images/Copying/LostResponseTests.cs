using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>SyncImages has no ClientToken: what happens when its answer does not arrive.</summary>
public sealed class LostResponseTests
{
    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.CutAnswer)]
    [InlineData(FaultKind.TruncatedAnswer)]
    [InlineData(FaultKind.StalledAnswer)]
    [InlineData(FaultKind.StalledBody)]
    [InlineData(FaultKind.InternalErrorAfterActing)]
    public async Task Copies_that_were_started_are_found_and_not_asked_for_again(FaultKind fault)
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(fault) { Action = "SyncImages" });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.All(rows, row => Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn(row.Region)).ImageId));
        Assert.Equal(1, world.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeActing)]
    [InlineData(FaultKind.InternalErrorBeforeActing)]
    [InlineData(FaultKind.ProxyPage)]
    public async Task Copies_that_were_not_started_are_asked_for_again(FaultKind fault)
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(fault) { Action = "SyncImages" });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.All(rows, row => Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn(row.Region)).ImageId));
        Assert.Equal(2, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task An_older_image_of_the_same_kind_is_not_taken_for_the_copy()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });

        var row = Assert.Single(await world.CopyAsync(
            world.Options(force: true), Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        var copies = world.CopiesIn("ap-shanghai").OrderBy(image => image.CreatedTime).ToArray();
        Assert.Equal(2, copies.Length);
        Assert.Equal(copies[1].ImageId, row.ImageId);
    }

    [Fact]
    public async Task A_service_that_stays_away_gives_a_failed_row_that_says_so()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = "SyncImages", Times = int.MaxValue });

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Failed, row.Status);
        Assert.Empty(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task An_outcome_that_nobody_can_know_is_told_and_found_when_run_again()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused)
        {
            Action = "DescribeImages",
            Region = "ap-beijing",
            FirstCall = 2,
            Times = int.MaxValue,
        });
        var request = Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing");

        var rows = await world.CopyAsync(request);
        world.Cloud.Faults.Clear();
        var again = await world.CopyAsync(request);

        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-shanghai").Status);
        var unknown = rows.Single(row => row.Region == "ap-beijing");
        Assert.Equal(ImageCopyStatus.Failed, unknown.Status);
        Assert.Equal(ClientErrorCodes.OutcomeUnknown, Assert.IsType<TencentCloudException>(unknown.Error).Code);
        Assert.All(again, row => Assert.True(row.Reused));
        Assert.All(again, row => Assert.Single(world.CopiesIn(row.Region)));
    }

    [Fact]
    public async Task A_destination_that_answers_is_asked_for_again_though_another_one_does_not()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = "SyncImages" });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused)
        {
            Action = "DescribeImages",
            Region = "ap-beijing",
            FirstCall = 2,
            Times = int.MaxValue,
        });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-shanghai").Status);
        Assert.Equal(ImageCopyStatus.Failed, rows.Single(row => row.Region == "ap-beijing").Status);
    }

    [Fact]
    public async Task A_look_that_took_long_does_not_end_the_search()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            SourceShowsSyncing = false,
            BusySource = BusySource.Accepted,
            Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(45) },
        });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });
        world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.Slow) { AnswerLatency = TimeSpan.FromSeconds(40) })
        {
            Action = "DescribeImages",
            FirstCall = 3,
            Times = int.MaxValue,
        });

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }

    [Fact]
    public async Task A_trial_call_tells_whether_the_last_lost_call_has_acted()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            SourceShowsSyncing = false,
            Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(3) },
        });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = "SyncImages", Times = 2 });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages", FirstCall = 3 });

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }

    [Fact]
    public async Task When_not_even_the_trial_call_is_answered_the_outcome_is_unknown()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            SourceShowsSyncing = false,
            Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(5) },
        });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages", Times = int.MaxValue });

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ClientErrorCodes.OutcomeUnknown, Assert.IsType<TencentCloudException>(row.Error).Code);
        Assert.Single(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task A_destination_that_is_refused_after_a_lost_call_fails_alone()
    {
        var options = new SimulatedCloudOptions();
        options.ImageQuotas["ap-beijing"] = 0;
        var world = new CopyWorld(options: options);
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = "SyncImages" });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-shanghai").Status);
        var refused = Assert.IsType<TencentCloudException>(rows.Single(row => row.Region == "ap-beijing").Error);
        Assert.Equal("ImageQuotaLimitExceeded", refused.Code);
    }

    [Fact]
    public async Task A_name_that_is_taken_by_nothing_that_shows_is_taken_by_the_lost_call()
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions
        {
            SourceShowsSyncing = false,
            BusySource = BusySource.Accepted,
            Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromSeconds(100) },
        });
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });

        var row = Assert.Single(await world.CopyAsync(new ImageCopyRequest(SimulatedWorld.WebImageId, Source, ["ap-shanghai"], "renamed")));

        Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }

    [Fact]
    public async Task What_was_asked_for_is_told_before_the_answer_so_that_it_is_known_when_the_run_is_cancelled()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = "SyncImages" });
        var requested = new List<ImageCopyPlan>();
        var log = new LogRecorder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10), world.Time);
        var options = new ImageCopyOptions
        {
            Kind = CopyKind.Custom,
            ConfirmAsync = _ => Task.FromResult(true),
            Requesting = requested.Add,
        };
        var copier = new ImageCopier(world.Client, options, world.Time, log);

        var requests = All([Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing")]);
        await world.Time.RunAsync(() => Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => copier.RunAsync(requests, _ => { }, stop.Token)));

        var plan = Assert.Single(requested);
        Assert.Equal((SimulatedWorld.WebImageId, "ap-shanghai,ap-beijing"), (plan.Image.ImageId, string.Join(',', plan.DestinationRegions)));
        Assert.Contains(log.Entries, entry => entry.Contains("Stopped before", StringComparison.Ordinal) && entry.Contains("ap-beijing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_seen_long_ago_is_looked_at_again_before_anything_is_asked_for()
    {
        var world = new CopyWorld();
        var request = Request(SimulatedWorld.WebImageId, "ap-shanghai");
        var options = new ImageCopyOptions
        {
            Kind = CopyKind.Custom,
            ConfirmAsync = async _ =>
            {
                // While a person thinks it over, another one copies the image.
                await world.Client.SyncImagesAsync(
                    Source, new() { ImageIds = [request.ImageId], DestinationRegions = request.DestinationRegions }, CancellationToken.None);
                await Task.Delay(TimeSpan.FromMinutes(5), world.Time);
                return true;
            },
        };

        var row = Assert.Single(await world.CopyAsync(options, request));

        Assert.True(row.Reused);
        Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn("ap-shanghai")).ImageId);
    }
}
