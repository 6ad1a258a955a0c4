using System.Text.Json.Nodes;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Rollout;

public sealed class RefreshTests
{
    private const string Region = "ap-guangzhou";

    private readonly RolloutWorld _world = new();

    [Fact]
    public async Task Instances_are_reinstalled_region_after_region()
    {
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Group), RolloutWorld.WithRefresh);

        Assert.All(rows, row =>
        {
            Assert.Equal((PublicationStatus.Published, 100, 4L, false), (row.Status, row.RefreshProgress, row.InstanceCount, row.IsGroupDisabled));
            Assert.Equal([_world.New[row.Region]], _world.ImagesOfInstances(row.Region));
        });
        Assert.Equal(RolloutWorld.Regions, _world.Reports.Where(report => report.HasEnded).Select(report => report.Region));
        Assert.All(_world.Steps, step => Assert.Equal((2L, 4L), (step.Batches!.Value, step.Row.InstanceCount!.Value)));
    }

    [Fact]
    public async Task A_second_run_starts_no_refresh()
    {
        await _world.PublishAsync(_world.Requests(RolloutWorld.Group), RolloutWorld.WithRefresh);

        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Group), RolloutWorld.WithRefresh);

        Assert.All(rows, row => Assert.Equal(PublicationStatus.Unchanged, row.Status));
        Assert.Equal(3, _world.Acted("StartInstanceRefresh"));
    }

    [Fact]
    public async Task A_failed_batch_pauses_and_stops_later_regions_and_the_row_resumes()
    {
        _world.FailSecondBatch("ap-shanghai");

        var paused = await _world.PublishAsync(_world.Requests(RolloutWorld.Group), RolloutWorld.WithRefresh);

        Assert.Equal([PublicationStatus.Published, PublicationStatus.Paused, PublicationStatus.NotStarted], paused.Select(row => row.Status));
        Assert.Equal((50, true), (paused[1].RefreshProgress, paused[1].IsGroupDisabled));
        Assert.Equal("RefreshPaused", (paused[1].Error as RuleViolationException)!.Violation.Id);
        Assert.Equal([_world.Old["ap-beijing"]], _world.ImagesOfInstances("ap-beijing"));

        var resumed = await _world.PublishAsync(RolloutWorld.Again(paused), RolloutWorld.WithRefresh);

        Assert.Equal([PublicationStatus.Unchanged, PublicationStatus.Published, PublicationStatus.Published], resumed.Select(row => row.Status));
        Assert.Equal(paused[1].RefreshActivityId, resumed[1].RefreshActivityId);
        Assert.Equal(_world.Old["ap-shanghai"], resumed[1].PreviousImageId);
        Assert.Equal(3, _world.Acted("StartInstanceRefresh"));
        Assert.All(RolloutWorld.Regions, region => Assert.Equal([_world.New[region]], _world.ImagesOfInstances(region)));
    }

    [Fact]
    public async Task A_paused_row_resumes_without_settings_but_starts_nothing()
    {
        _world.FailSecondBatch(Region);
        var paused = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);
        var resumed = await _world.PublishAsync(RolloutWorld.Again(paused));
        await _world.UndoAsync(resumed);
        _world.Cloud.AddLaunchConfiguration(_world.ConfigurationIn(Region) with { ImageId = _world.New[Region], UpdatedTime = _world.Base.Time.GetUtcNow() });

        var again = await _world.PublishAsync(RolloutWorld.Again(paused));

        Assert.Equal(PublicationStatus.Published, resumed[0].Status);
        Assert.Equal("NothingToResume", (again[0].Error as RuleViolationException)?.Violation.Id);
        Assert.Equal(1, _world.Acted("StartInstanceRefresh"));
    }

    [Fact]
    public async Task Instances_that_fail_can_be_skipped()
    {
        _world.FailSecondBatch(Region, failures: null);
        var paused = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);

        var skipped = await _world.PublishAsync(RolloutWorld.Again(paused), options => RolloutWorld.WithRefresh(options) with { SkipFailed = true });

        Assert.Equal(PublicationStatus.Published, skipped[0].Status);
        Assert.StartsWith("skipped: ins-", skipped[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollout_is_undone_in_all_regions()
    {
        _world.FailSecondBatch("ap-shanghai", failures: null);
        var rows = await _world.PublishAsync(_world.Requests(RolloutWorld.Template, RolloutWorld.Group), RolloutWorld.WithRefresh);

        var undone = await _world.UndoAsync(rows);

        Assert.Equal(
            [PublicationStatus.Undone, PublicationStatus.Undone, PublicationStatus.Undone, PublicationStatus.Undone, PublicationStatus.Unchanged, PublicationStatus.Unchanged],
            undone.Select(row => row.Status));
        Assert.All(RolloutWorld.Regions, region =>
        {
            Assert.Equal(1, _world.TemplateIn(region).DefaultVersion);
            Assert.Equal(_world.Old[region], _world.ConfigurationIn(region).ImageId);
            Assert.Equal([_world.Old[region]], _world.ImagesOfInstances(region));
        });
        Assert.Equal(2, _world.Acted("RollbackInstanceRefresh"));

        Assert.All(await _world.UndoAsync(rows), row => Assert.Equal(PublicationStatus.Unchanged, row.Status));
    }

    [Fact]
    public async Task A_rollout_is_undone_whatever_timeout_the_service_states()
    {
        var world = new RolloutWorld(inner => new RewritingHandler(inner, "DescribeRefreshActivities", SpoilTimeouts, times: int.MaxValue));
        world.FailSecondBatch("ap-shanghai", failures: null);
        var rows = await world.PublishAsync(world.Requests(RolloutWorld.Group), RolloutWorld.WithRefresh);

        await world.UndoAsync(rows);

        Assert.All(RolloutWorld.Regions, region => Assert.Equal([world.Old[region]], world.ImagesOfInstances(region)));

        static void SpoilTimeouts(JsonObject response)
        {
            foreach (var activity in response["RefreshActivitySet"]!.AsArray())
                activity!["RefreshSettings"]!["CheckInstanceTargetHealthTimeout"] = long.MaxValue;
        }
    }

    [Fact]
    public async Task A_failure_can_roll_back_by_itself()
    {
        _world.FailSecondBatch(Region, failures: null);

        var rows = await _world.PublishAsync(
            [_world.Requests(RolloutWorld.Group)[0]],
            options => options with { Refresh = new RefreshOptions { BatchCount = 2, OnFailure = RefreshFailure.Rollback } });

        Assert.Equal((PublicationStatus.RolledBack, "RefreshRolledBack"), (rows[0].Status, (rows[0].Error as RuleViolationException)?.Violation.Id));
        Assert.Equal([_world.Old[Region]], _world.ImagesOfInstances(Region));
        Assert.Equal(_world.Old[Region], _world.ConfigurationIn(Region).ImageId);
    }

    [Theory]
    [InlineData("StartInstanceRefresh", FaultKind.ResetAfterActing)]
    [InlineData("StartInstanceRefresh", FaultKind.StalledAnswer)]
    [InlineData("StartInstanceRefresh", FaultKind.InternalErrorAfterActing)]
    [InlineData("StartInstanceRefresh", FaultKind.InternalErrorBeforeActing)]
    [InlineData("StartInstanceRefresh", FaultKind.ResetBeforeActing)]
    [InlineData("ModifyLaunchConfigurationAttributes", FaultKind.ResetAfterActing)]
    public async Task A_lost_response_starts_no_second_refresh(string action, FaultKind kind)
    {
        _world.Fail(action, kind);

        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);

        Assert.Equal(PublicationStatus.Published, rows[0].Status);
        Assert.Equal(1, _world.Acted("StartInstanceRefresh"));
    }

    [Theory]
    [InlineData("RollbackInstanceRefresh", FaultKind.ResetAfterActing)]
    [InlineData("RollbackInstanceRefresh", FaultKind.InternalErrorBeforeActing)]
    [InlineData("ModifyLaunchConfigurationAttributes", FaultKind.StalledAnswer)]
    public async Task A_lost_response_rolls_back_once(string action, FaultKind kind)
    {
        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);
        _world.Fail(action, kind);

        var undone = await _world.UndoAsync(rows);

        Assert.Equal(PublicationStatus.Undone, undone[0].Status);
        Assert.Equal(1, _world.Acted("RollbackInstanceRefresh"));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.InternalErrorBeforeActing)]
    public async Task A_lost_response_resumes_once(FaultKind kind)
    {
        _world.FailSecondBatch(Region);
        var paused = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);
        _world.Fail("ResumeInstanceRefresh", kind);

        var resumed = await _world.PublishAsync(RolloutWorld.Again(paused), RolloutWorld.WithRefresh);

        Assert.Equal(PublicationStatus.Published, resumed[0].Status);
        Assert.Equal(1, _world.Acted("ResumeInstanceRefresh"));
    }

    [Fact]
    public async Task A_running_refresh_is_stopped_before_it_is_rolled_back()
    {
        // A run that cannot read the state of the refresh leaves it in progress.
        _world.Options.Refreshes = new RefreshLifeCycle { BatchDuration = TimeSpan.FromHours(2) };
        var started = await StartAndLeaveAsync();

        var undone = await _world.UndoAsync([started]);

        Assert.Equal(PublicationStatus.Undone, undone[0].Status);
        Assert.Equal(1, _world.Acted("StopInstanceRefresh"));
        Assert.Equal([_world.Old[Region]], _world.ImagesOfInstances(Region));
    }

    [Fact]
    public async Task A_refresh_in_progress_is_adopted()
    {
        _world.Options.Refreshes = new RefreshLifeCycle { BatchDuration = TimeSpan.FromHours(2) };
        var started = await StartAndLeaveAsync();

        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);

        Assert.Equal((PublicationStatus.Published, started.RefreshActivityId), (rows[0].Status, rows[0].RefreshActivityId));
        Assert.Equal(1, _world.Acted("StartInstanceRefresh"));
    }

    [Fact]
    public async Task A_group_with_another_refresh_is_refused()
    {
        _world.Options.Refreshes = new RefreshLifeCycle { BatchDuration = TimeSpan.FromHours(2) };
        await StartAndLeaveAsync();
        var other = _world.Cloud.AddImage(new SimulatedImage { ImageName = "other", Region = Region, AccountId = "100000000001" });

        var rows = await _world.PublishAsync([new(Region, other.ImageId, [RolloutWorld.Group])], RolloutWorld.WithRefresh);

        Assert.Equal("AutoScalingGroupBusy", (rows[0].Error as RuleViolationException)?.Violation.Id);
        Assert.Equal(_world.New[Region], _world.ConfigurationIn(Region).ImageId);
    }

    [Fact]
    public async Task The_health_check_is_on_with_a_load_balancer()
    {
        var group = _world.Cloud.ScalingGroups().Single(group => group.Region == Region);
        _world.Cloud.AddScalingGroup(group with { LoadBalancerId = "lb-00000001" });
        _world.FailSecondBatch(Region);
        var began = _world.Base.Time.GetUtcNow();

        await _world.PublishAsync(
            [_world.Requests(RolloutWorld.Group)[0]],
            options => options with { Refresh = new RefreshOptions { BatchCount = 2, HealthCheckTimeout = TimeSpan.FromHours(1) } });

        // The simulator waits for the load balancer until the end of that time.
        Assert.True(_world.Base.Time.GetUtcNow() - began > TimeSpan.FromHours(1));
    }

    // A run that is ended after it has started the refresh.
    private async Task<Publication> StartAndLeaveAsync()
    {
        var blind = new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeRefreshActivities",
            FirstCall = 3,
            Times = 20,
        };
        _world.Cloud.Faults.Add(blind);
        var rows = await _world.PublishAsync([_world.Requests(RolloutWorld.Group)[0]], RolloutWorld.WithRefresh);
        Assert.Equal(PublicationStatus.InProgress, rows[0].Status);
        return rows[0];
    }
}
