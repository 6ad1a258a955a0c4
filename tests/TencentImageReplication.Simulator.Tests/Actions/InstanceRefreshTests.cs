using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class InstanceRefreshTests
{
    private const string Conflict = "ResourceUnavailable.RefreshActivityStatusConflictWithOperation";

    private static async Task<Fleet> NewImageAsync(int instances = 5, RefreshLifeCycle? course = null, string? loadBalancerId = null)
    {
        var fleet = new Fleet(instances, course, loadBalancerId);
        await fleet.UseNewImageAsync();
        return fleet;
    }

    private static async Task<string> LifeCycleAsync(Fleet fleet, string instanceId) =>
        (await fleet.Simulation.SucceedAsync("DescribeAutoScalingInstances", new { InstanceIds = new[] { instanceId } }))
            .List("AutoScalingInstanceSet").Single().GetProperty("LifeCycleState").GetString()!;

    [Fact]
    public async Task Batches_follow_each_other_and_the_group_is_disabled_meanwhile()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 3);
        Assert.Equal("INIT: WAITING WAITING WAITING", await fleet.StatusAsync(id));
        Assert.Equal("DISABLED", (await fleet.DescribedGroupAsync()).GetProperty("EnabledStatus").GetString());

        fleet.Begin();
        Assert.Equal("RUNNING: RUNNING WAITING WAITING", await fleet.StatusAsync(id));
        Assert.Equal("IN_ACTIVITY", (await fleet.DescribedGroupAsync()).GetProperty("InActivityStatus").GetString());
        Assert.Equal("STANDBY", await LifeCycleAsync(fleet, fleet.InstanceIds[0]));
        Assert.Equal(Fleet.OldImageId, fleet.ImageOf(fleet.InstanceIds[0]));
        fleet.EndBatch();
        Assert.Equal("RUNNING: SUCCESSFUL RUNNING WAITING", await fleet.StatusAsync(id));
        Assert.Equal("IN_SERVICE", await LifeCycleAsync(fleet, fleet.InstanceIds[0]));
        Assert.Equal([SimulatedWorld.WebImageId, SimulatedWorld.WebImageId, Fleet.OldImageId], fleet.InstanceIds.Take(3).Select(fleet.ImageOf));
        fleet.EndBatch();
        fleet.EndBatch();

        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(SimulatedWorld.WebImageId, fleet.ImageOf(instance)));
        var group = await fleet.DescribedGroupAsync();
        Assert.Equal(("ENABLED", "NOT_IN_ACTIVITY", 5), (group.GetProperty("EnabledStatus").GetString(), group.GetProperty("InActivityStatus").GetString(), group.GetProperty("InServiceInstanceCount").GetInt32()));
    }

    [Fact]
    public async Task A_long_time_passes_like_several_short_ones()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 3);

        fleet.Simulation.Time.Advance(TimeSpan.FromDays(1));

        var activity = await fleet.ActivityAsync(id);
        var batches = activity.GetProperty("RefreshBatchSet").EnumerateArray().ToList();
        // Tencent's example has them in this order, and five instances in three batches as two, two and one.
        Assert.Equal([3, 2, 1], batches.Select(batch => batch.GetProperty("RefreshBatchNum").GetInt32()));
        Assert.Equal([1, 2, 2], batches.Select(batch => batch.GetProperty("RefreshBatchRelatedInstanceSet").GetArrayLength()));
        Assert.Equal(["2026-08-01T12:03:05Z", "2026-08-01T12:01:35Z", "2026-08-01T12:00:05Z"], batches.Select(batch => batch.GetProperty("StartTime").GetString()));
        Assert.Equal(
            ("SUCCESSFUL", "2026-08-01T12:04:35Z", 3),
            (activity.GetProperty("Status").GetString(), activity.GetProperty("EndTime").GetString(), activity.GetProperty("CurrentRefreshBatchNum").GetInt32()));
    }

    [Fact]
    public async Task An_activity_has_every_field()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync();
        fleet.Simulation.Time.Advance(TimeSpan.FromDays(1));
        var rollback = await fleet.RollBackAsync(id);

        var activity = await fleet.ActivityAsync(rollback);

        Assert.All(fleet.Simulation.Cloud.Actions.Schema("DescribeRefreshActivities").Fields("RefreshActivity")!.Keys, name => Assert.True(activity.TryGetProperty(name, out _), name));
        Assert.Equal(("ROLLBACK", id), (activity.GetProperty("ActivityType").GetString(), activity.GetProperty("OriginRefreshActivityId").GetString()));
        Assert.False((await fleet.ActivityAsync(id)).TryGetProperty("OriginRefreshActivityId", out _));
    }

    [Fact]
    public async Task Only_five_settings_of_the_configuration_reach_an_instance()
    {
        var fleet = new Fleet(1);
        await fleet.Simulation.SucceedAsync("ModifyLaunchConfigurationAttributes", new
        {
            LaunchConfigurationId = Fleet.ConfigurationId,
            ImageId = SimulatedWorld.WebImageId,
            UserData = "ZWNobw==",
            HostNameSettings = new { HostName = "web" },
            LoginSettings = new { KeepImageLogin = true },
            InstanceTypes = new[] { "S5.LARGE8" },
            InstanceTags = new[] { new { Key = "a", Value = "b" } },
        });
        var id = await fleet.StartAsync(batches: 1);
        fleet.Begin();
        var running = fleet.Simulation.Cloud.Instances().Single();
        Assert.Equal(InstanceStates.Rebooting, running.State);
        fleet.EndBatch();

        var instance = fleet.Simulation.Cloud.Instances().Single();
        Assert.Equal("SUCCESSFUL: SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal(
            (SimulatedWorld.WebImageId, "ZWNobw==", "web", true, "S5.SMALL2", 0, InstanceStates.Running),
            (instance.ImageId, instance.UserData, instance.HostName, instance.KeepImageLogin, instance.InstanceType, instance.Tags.Count, instance.State));
    }

    [Fact]
    public async Task A_change_of_the_configuration_reaches_only_later_batches()
    {
        var fleet = await NewImageAsync(instances: 2);
        await fleet.StartAsync(batches: 2);
        fleet.Begin();
        await fleet.Simulation.SucceedAsync("ModifyLaunchConfigurationAttributes", new { LaunchConfigurationId = Fleet.ConfigurationId, ImageId = "img-eb30mz89", UserData = "ZWNobw==" });
        fleet.EndBatch();
        fleet.EndBatch();

        Assert.Equal([SimulatedWorld.WebImageId, "img-eb30mz89"], fleet.InstanceIds.Select(fleet.ImageOf));
        Assert.Equal([1, 1], fleet.Simulation.Cloud.Instances().GroupBy(instance => instance.UserData ?? "").Select(same => same.Count()));
    }

    [Theory]
    [InlineData("FIRST_BATCH_PAUSE", "SUCCESSFUL SUCCESSFUL SUCCESSFUL")]
    [InlineData("BATCH_INTERVAL_PAUSE", "SUCCESSFUL SUCCESSFUL WAITING")]
    public async Task A_refresh_pauses_between_batches_and_is_resumed(string pause, string afterwards)
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 3, pause);
        fleet.Begin();
        fleet.EndBatch();
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("AUTO_PAUSE: SUCCESSFUL WAITING WAITING", await fleet.StatusAsync(id));
        Assert.Equal("DISABLED", (await fleet.DescribedGroupAsync()).GetProperty("EnabledStatus").GetString());

        await fleet.ChangeAsync("ResumeInstanceRefresh", id);

        Assert.StartsWith("RUNNING: SUCCESSFUL RUNNING", await fleet.StatusAsync(id), StringComparison.Ordinal);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.EndsWith(afterwards, await fleet.StatusAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_lets_the_batch_in_progress_end()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 3);
        Assert.Equal(Conflict, await fleet.RefusedAsync("StopInstanceRefresh", id));
        fleet.Begin();

        await fleet.ChangeAsync("StopInstanceRefresh", id);

        Assert.Equal("MANUAL_PAUSE: RUNNING WAITING WAITING", await fleet.StatusAsync(id));
        Assert.Equal(Conflict, await fleet.RefusedAsync("StopInstanceRefresh", id));
        Assert.Equal(Conflict, await fleet.RefusedAsync("CancelInstanceRefresh", id));
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("MANUAL_PAUSE: SUCCESSFUL WAITING WAITING", await fleet.StatusAsync(id));
        await fleet.ChangeAsync("ResumeInstanceRefresh", id);
        Assert.Equal("RUNNING: SUCCESSFUL RUNNING WAITING", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task A_stop_and_a_resume_within_a_batch_change_nothing()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 2);
        fleet.Begin();
        await fleet.ChangeAsync("StopInstanceRefresh", id);
        await fleet.ChangeAsync("ResumeInstanceRefresh", id);
        Assert.Equal(Conflict, await fleet.RefusedAsync("ResumeInstanceRefresh", id));

        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task A_stop_in_the_last_batch_ends_with_success()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync(batches: 1);
        fleet.Begin();
        await fleet.ChangeAsync("StopInstanceRefresh", id);

        fleet.EndBatch();

        Assert.Equal("SUCCESSFUL: SUCCESSFUL", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task A_failing_batch_pauses_and_a_retry_refreshes_only_what_failed()
    {
        var fleet = await NewImageAsync(instances: 4);
        fleet.Simulation.Options.RefreshesOf[Fleet.GroupId] = new RefreshLifeCycle { FailingInstances = [fleet.InstanceIds[2]], Failures = 1 };
        var id = await fleet.StartAsync(batches: 2);
        fleet.Begin();
        fleet.EndBatch();
        fleet.EndBatch();
        Assert.Equal("FAILED_PAUSE: SUCCESSFUL PARTIALLY_SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal("STANDBY", await LifeCycleAsync(fleet, fleet.InstanceIds[2]));
        Assert.Equal("IN_SERVICE", await LifeCycleAsync(fleet, fleet.InstanceIds[3]));
        var failed = (await fleet.ActivityAsync(id)).GetProperty("RefreshBatchSet")[0].GetProperty("RefreshBatchRelatedInstanceSet").EnumerateArray()
            .Single(instance => instance.GetProperty("InstanceStatus").GetString() == "FAILED");
        Assert.Equal("The instance could not be reinstalled.", failed.GetProperty("InstanceStatusMessage").GetString());

        await fleet.ChangeAsync("ResumeInstanceRefresh", id, "RETRY");

        Assert.Equal("RUNNING: SUCCESSFUL RUNNING", await fleet.StatusAsync(id));
        Assert.Equal("IN_SERVICE", await LifeCycleAsync(fleet, fleet.InstanceIds[3]));
        fleet.EndBatch();
        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(SimulatedWorld.WebImageId, fleet.ImageOf(instance)));
    }

    [Theory]
    [InlineData("SUCCESSFUL")]
    [InlineData("FAILED")]
    public async Task A_failed_instance_can_be_skipped(string ending)
    {
        var fleet = await NewImageAsync(instances: 2, new RefreshLifeCycle { FailingBatches = [1] });
        fleet.Simulation.Options.SkippedFailuresStatus = ending;
        var id = await fleet.StartAsync(batches: 2);
        fleet.Begin();
        fleet.EndBatch();
        Assert.Equal("FAILED_PAUSE: FAILED WAITING", await fleet.StatusAsync(id));
        Assert.Equal("InvalidParameterValue", await fleet.RefusedAsync("ResumeInstanceRefresh", id, "SKIP"));

        await fleet.ChangeAsync("ResumeInstanceRefresh", id, "CONTINUE");
        fleet.EndBatch();

        Assert.Equal($"{ending}: FAILED SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal("STANDBY", await LifeCycleAsync(fleet, fleet.InstanceIds[0]));
    }

    [Fact]
    public async Task A_cancelled_refresh_leaves_what_failed_in_standby()
    {
        var fleet = await NewImageAsync(instances: 3, new RefreshLifeCycle { FailingBatches = [2] });
        var id = await fleet.StartAsync(batches: 3);
        fleet.Begin();
        Assert.Equal(Conflict, await fleet.RefusedAsync("CancelInstanceRefresh", id));
        fleet.EndBatch();
        fleet.EndBatch();

        await fleet.ChangeAsync("CancelInstanceRefresh", id);

        Assert.Equal("CANCELLED: SUCCESSFUL FAILED CANCELLED", await fleet.StatusAsync(id));
        Assert.Equal("ENABLED", (await fleet.DescribedGroupAsync()).GetProperty("EnabledStatus").GetString());
        Assert.Equal(["IN_SERVICE", "STANDBY", "IN_SERVICE"], await Task.WhenAll(fleet.InstanceIds.Select(instance => LifeCycleAsync(fleet, instance))));
        foreach (var action in new[] { "StopInstanceRefresh", "ResumeInstanceRefresh", "CancelInstanceRefresh" })
            Assert.Equal(Conflict, await fleet.RefusedAsync(action, id));
        Assert.Equal(Conflict, await fleet.Simulation.FailAsync("RollbackInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, OriginRefreshActivityId = id, RefreshSettings = Fleet.Settings(1) }));
    }

    [Fact]
    public async Task A_rollback_restores_the_image_and_reads_the_rest_from_the_configuration()
    {
        var fleet = await NewImageAsync(instances: 4, new RefreshLifeCycle { FailingBatches = [2] });
        var id = await fleet.StartAsync(batches: 4);
        fleet.Begin();
        fleet.EndBatch();
        fleet.EndBatch();
        await fleet.Simulation.SucceedAsync("ModifyLaunchConfigurationAttributes", new { LaunchConfigurationId = Fleet.ConfigurationId, UserData = "YmFjaw==" });

        var rollback = await fleet.RollBackAsync(id, batches: 2);

        Assert.Equal("FAILED: SUCCESSFUL FAILED CANCELLED CANCELLED", await fleet.StatusAsync(id));
        Assert.Equal("INIT: WAITING WAITING", await fleet.StatusAsync(rollback));
        Assert.Equal("DISABLED", (await fleet.DescribedGroupAsync()).GetProperty("EnabledStatus").GetString());
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(rollback));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(Fleet.OldImageId, fleet.ImageOf(instance)));
        Assert.Equal([2, 2], fleet.Simulation.Cloud.Instances().GroupBy(instance => instance.UserData == "YmFjaw==").Select(same => same.Count()));
        Assert.Equal("IN_SERVICE", await LifeCycleAsync(fleet, fleet.InstanceIds[1]));
    }

    [Fact]
    public async Task A_rollback_waits_for_the_batch_in_progress()
    {
        var fleet = await NewImageAsync(instances: 2);
        var id = await fleet.StartAsync(batches: 2);
        fleet.Begin();
        await fleet.ChangeAsync("StopInstanceRefresh", id);

        var rollback = await fleet.RollBackAsync(id);

        Assert.Equal("CANCELLED: RUNNING CANCELLED", await fleet.StatusAsync(id));
        Assert.Equal("INIT: WAITING", await fleet.StatusAsync(rollback));
        fleet.EndBatch();
        Assert.Equal("CANCELLED: SUCCESSFUL CANCELLED", await fleet.StatusAsync(id));
        fleet.Begin();
        Assert.Equal("RUNNING: RUNNING", await fleet.StatusAsync(rollback));
        fleet.EndBatch();
        Assert.Equal("SUCCESSFUL: SUCCESSFUL", await fleet.StatusAsync(rollback));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(Fleet.OldImageId, fleet.ImageOf(instance)));
    }

    [Fact]
    public async Task Only_the_latest_success_is_rolled_back_and_once()
    {
        var fleet = await NewImageAsync(instances: 1);
        var first = await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        var second = await fleet.StartAsync(batches: 1);

        async Task<string> RefusedAsync(string id) => await fleet.Simulation.FailAsync(
            "RollbackInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, OriginRefreshActivityId = id, RefreshSettings = Fleet.Settings(1) });

        Assert.Equal("ResourceUnavailable.AutoScalingGroupInRefreshActivity", await RefusedAsync(first));
        Assert.Equal(Conflict, await RefusedAsync(second));
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ResourceUnavailable.RefreshActivityCanNotRollback", await RefusedAsync(first));
        Assert.Equal("ResourceUnavailable.RefreshActivityCanNotRollback", await RefusedAsync("asr-00000000"));
        var rollback = await fleet.RollBackAsync(second);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESSFUL: SUCCESSFUL", await fleet.StatusAsync(second));
        Assert.Equal("ResourceUnavailable.RollbackTypeActivityCanNotRollbackAgain", await RefusedAsync(rollback));
    }

    [Fact]
    public async Task An_image_that_is_gone_cannot_be_restored()
    {
        var fleet = await NewImageAsync(instances: 1);
        var id = await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        fleet.Simulation.Cloud.RemoveImage(Fleet.OldImageId);

        Assert.Equal(
            "ResourceUnavailable.InquiryPriceResetInstanceFailed",
            await fleet.Simulation.FailAsync("RollbackInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, OriginRefreshActivityId = id, RefreshSettings = Fleet.Settings(1) }));
    }

    [Fact]
    public async Task Without_instances_there_is_nothing_to_roll_back()
    {
        var fleet = await NewImageAsync(instances: 1);
        var id = await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        fleet.Simulation.Cloud.RemoveInstance(fleet.InstanceIds[0]);

        Assert.Equal(
            "ResourceUnavailable.NoInstanceCanRollback",
            await fleet.Simulation.FailAsync("RollbackInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, OriginRefreshActivityId = id, RefreshSettings = Fleet.Settings(1) }));
    }

    [Fact]
    public async Task A_failure_can_roll_back_by_itself_one_instance_at_a_time()
    {
        var fleet = await NewImageAsync(instances: 4, new RefreshLifeCycle { FailingBatches = [2] });
        var id = await fleet.StartAsync(batches: 2, onFailure: "AUTO_ROLLBACK");
        fleet.Begin();
        fleet.EndBatch();
        fleet.EndBatch();

        var rollback = (await fleet.Simulation.SucceedAsync("DescribeRefreshActivities", new { Filters = new[] { new { Name = "refresh-activity-type", Values = new[] { "ROLLBACK" } } } }))
            .Texts("RefreshActivitySet", "RefreshActivityId").Single();
        Assert.Equal("FAILED: SUCCESSFUL FAILED", await fleet.StatusAsync(id));
        Assert.Equal("INIT: WAITING WAITING WAITING WAITING", await fleet.StatusAsync(rollback));
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(rollback));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(Fleet.OldImageId, fleet.ImageOf(instance)));
    }

    [Fact]
    public async Task A_rollback_can_fail_too()
    {
        var fleet = await NewImageAsync(instances: 2);
        fleet.Simulation.Options.Refreshes = new RefreshLifeCycle { FailingInstances = [fleet.InstanceIds[1]], RollbacksFail = true };
        var id = await fleet.StartAsync(batches: 2);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        var rollback = await fleet.RollBackAsync(id, batches: 2);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("FAILED_PAUSE: SUCCESSFUL FAILED", await fleet.StatusAsync(rollback));
    }

    [Fact]
    public async Task A_failure_can_cancel_the_rest()
    {
        var fleet = await NewImageAsync(instances: 3, new RefreshLifeCycle { FailingBatches = [1] });
        var id = await fleet.StartAsync(batches: 3, onFailure: "AUTO_CANCEL");

        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("CANCELLED: FAILED CANCELLED CANCELLED", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task Instances_that_are_gone_do_not_stop_the_rest()
    {
        var fleet = await NewImageAsync(instances: 3);
        var ids = fleet.InstanceIds;
        var id = await fleet.StartAsync(batches: 3);
        fleet.Begin();
        fleet.Simulation.Cloud.RemoveInstance(ids[0]);
        await fleet.Simulation.SucceedAsync("TerminateInstances", new { InstanceIds = new[] { ids[1] } });

        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        var states = (await fleet.ActivityAsync(id)).GetProperty("RefreshBatchSet").EnumerateArray()
            .Select(batch => batch.GetProperty("RefreshBatchRelatedInstanceSet")[0].GetProperty("InstanceStatus").GetString());
        Assert.Equal(["SUCCESSFUL", "NOT_FOUND", "NOT_FOUND"], states);
    }

    [Fact]
    public async Task Instances_can_be_replaced_which_cannot_be_rolled_back()
    {
        var fleet = await NewImageAsync(instances: 2);
        var before = fleet.InstanceIds;
        var id = await fleet.StartAsync(batches: 2, onFailure: "AUTO_ROLLBACK", mode: "ROLLING_UPDATE_REPLACE");
        fleet.Begin();
        Assert.Equal(3, (await fleet.DescribedGroupAsync()).GetProperty("InstanceCount").GetInt32());
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal(2, fleet.InstanceIds.Count);
        Assert.Empty(fleet.InstanceIds.Intersect(before));
        Assert.All(fleet.InstanceIds, instance => Assert.Equal(SimulatedWorld.WebImageId, fleet.ImageOf(instance)));
        Assert.Equal(
            "ResourceUnavailable.RefreshActivityCanNotRollback",
            await fleet.Simulation.FailAsync("RollbackInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, OriginRefreshActivityId = id, RefreshSettings = Fleet.Settings(1) }));
    }

    [Fact]
    public async Task An_instance_that_is_gone_is_not_replaced()
    {
        var fleet = await NewImageAsync(instances: 2);
        var before = fleet.InstanceIds;
        var id = await fleet.StartAsync(batches: 1, mode: "ROLLING_UPDATE_REPLACE");
        fleet.Begin();
        fleet.Simulation.Cloud.RemoveInstance(before[0]);

        fleet.EndBatch();

        Assert.Equal("SUCCESSFUL: SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal((1, 1), await CountsAsync(fleet));
        Assert.Single(fleet.Simulation.Cloud.Instances());
    }

    [Fact]
    public async Task A_replacement_that_fails_leaves_the_old_instance()
    {
        var fleet = await NewImageAsync(instances: 2, new RefreshLifeCycle { FailingBatches = [1] });
        var before = fleet.InstanceIds;
        var id = await fleet.StartAsync(batches: 1, onFailure: "AUTO_ROLLBACK", mode: "ROLLING_UPDATE_REPLACE");

        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("FAILED_PAUSE: FAILED", await fleet.StatusAsync(id));
        Assert.Equal(before, fleet.InstanceIds);
    }

    [Fact]
    public async Task Additional_instances_exist_until_the_last_batch_is_over()
    {
        var fleet = await NewImageAsync(instances: 4);
        var id = await fleet.StartAsync(batches: 2, surge: 2);
        fleet.Begin();
        Assert.Equal("RUNNING: WAITING WAITING", await fleet.StatusAsync(id));
        Assert.Equal((6, 4), await CountsAsync(fleet));
        fleet.Simulation.Time.Advance(fleet.Course.SurgeDuration);
        Assert.Equal("RUNNING: RUNNING WAITING", await fleet.StatusAsync(id));
        Assert.Equal((6, 4), await CountsAsync(fleet));
        fleet.EndBatch();
        fleet.EndBatch();
        Assert.Equal("RUNNING: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal(Conflict, await fleet.RefusedAsync("StopInstanceRefresh", id));
        fleet.Simulation.Time.Advance(fleet.Course.SurgeDuration);

        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
        Assert.Equal((4, 4), await CountsAsync(fleet));
    }

    [Theory]
    [InlineData("AUTO_PAUSE", "FAILED_PAUSE: WAITING WAITING")]
    [InlineData("AUTO_ROLLBACK", "CANCELLED: CANCELLED CANCELLED")]
    [InlineData("AUTO_CANCEL", "CANCELLED: CANCELLED CANCELLED")]
    public async Task Additional_instances_can_fail(string onFailure, string status)
    {
        var fleet = await NewImageAsync(instances: 4, new RefreshLifeCycle { SurgeFails = true });
        var id = await fleet.StartAsync(batches: 2, surge: 1, onFailure: onFailure);
        fleet.Simulation.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(status, await fleet.StatusAsync(id));
        Assert.Equal((4, 4), await CountsAsync(fleet));
        if (onFailure != "AUTO_PAUSE")
            return;
        await fleet.ChangeAsync("ResumeInstanceRefresh", id);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESSFUL: SUCCESSFUL SUCCESSFUL", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task A_load_balancer_delays_the_failure_of_an_instance()
    {
        var fleet = await NewImageAsync(instances: 1, new RefreshLifeCycle { FailingBatches = [1] }, "lb-web00001");
        var id = await fleet.StartAsync(batches: 1, health: true);
        fleet.Begin();
        fleet.EndBatch();
        Assert.Equal("RUNNING: RUNNING", await fleet.StatusAsync(id));
        fleet.Simulation.Time.Advance(TimeSpan.FromSeconds(1800));

        Assert.Equal("FAILED_PAUSE: FAILED", await fleet.StatusAsync(id));
        Assert.Equal(SimulatedWorld.WebImageId, fleet.ImageOf(fleet.InstanceIds[0]));
    }

    [Theory]
    [InlineData(false, Fleet.OldImageId)]
    [InlineData(true, SimulatedWorld.WebImageId)]
    public async Task The_image_of_an_instance_that_failed_is_a_setting(bool isNew, string imageId)
    {
        var fleet = await NewImageAsync(instances: 1, new RefreshLifeCycle { FailingBatches = [1], FailuresHaveNewImage = isNew });
        await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(imageId, fleet.ImageOf(fleet.InstanceIds[0]));
        Assert.Equal("STANDBY", await LifeCycleAsync(fleet, fleet.InstanceIds[0]));
    }

    [Fact]
    public async Task An_image_family_can_win()
    {
        var fleet = new Fleet(1);
        await fleet.Simulation.SucceedAsync("ModifyLaunchConfigurationAttributes", new { LaunchConfigurationId = Fleet.ConfigurationId, ImageFamily = "golden-web" });
        await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Fleet.OldImageId, fleet.ImageOf(fleet.InstanceIds[0]));
        fleet.Simulation.Options.ImageFamilyWins = true;

        await fleet.StartAsync(batches: 1);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(SimulatedWorld.WebImageId, fleet.ImageOf(fleet.InstanceIds[0]));
    }

    [Fact]
    public async Task An_image_that_is_deleted_during_the_refresh_fails_later_batches()
    {
        var fleet = await NewImageAsync(instances: 2);
        var id = await fleet.StartAsync(batches: 2);
        fleet.Begin();
        fleet.Simulation.Cloud.RemoveImage(SimulatedWorld.WebImageId);
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("FAILED_PAUSE: SUCCESSFUL FAILED", await fleet.StatusAsync(id));
    }

    [Fact]
    public async Task A_group_that_cannot_be_refreshed_is_refused_with_the_reason()
    {
        var fleet = await NewImageAsync(instances: 1);
        Task<string> RefusedAsync() => fleet.Simulation.FailAsync("StartInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, RefreshSettings = Fleet.Settings(1) });
        var group = fleet.Group;

        fleet.Simulation.Cloud.AddScalingGroup(group with { Status = "LB_ABNORMAL" });
        Assert.Equal("ResourceUnavailable.AutoScalingGroupAbnormalStatus", await RefusedAsync());
        fleet.Simulation.Cloud.AddScalingGroup(group with { IsInActivity = true });
        Assert.Equal("ResourceUnavailable.AutoScalingGroupInActivity", await RefusedAsync());
        fleet.Simulation.Cloud.AddScalingGroup(group with { Instances = [] });
        Assert.Equal("ResourceUnavailable.NoInstanceCanRefresh", await RefusedAsync());
        fleet.Simulation.Cloud.AddScalingGroup(group);
        fleet.Simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { AutoScalingRoleGranted = false });
        Assert.Equal("UnauthorizedOperation.AutoScalingRoleUnauthorized", await RefusedAsync());
        fleet.Simulation.Cloud.UpdateAccount(SimulatedWorld.Owner);
        fleet.Simulation.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { SizeGB = 200 });
        Assert.Equal("ResourceUnavailable.InquiryPriceResetInstanceFailed", await RefusedAsync());
        fleet.Simulation.Cloud.RemoveImage(SimulatedWorld.WebImageId);
        Assert.Equal("ResourceUnavailable.InquiryPriceResetInstanceFailed", await RefusedAsync());
    }

    [Fact]
    public async Task A_group_has_one_refresh_at_a_time()
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync();

        Assert.Equal("ResourceUnavailable.AutoScalingGroupInRefreshActivity", await fleet.Simulation.FailAsync("StartInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, RefreshSettings = Fleet.Settings(1) }));
        Assert.Equal("ResourceNotFound.RefreshActivityNotFound", await fleet.RefusedAsync("StopInstanceRefresh", "asr-00000000"));
        Assert.Equal(
            "ResourceNotFound.RefreshActivityNotFound",
            await fleet.Simulation.FailAsync("StopInstanceRefresh", new { AutoScalingGroupId = "asg-00000000", RefreshActivityId = id }));
        Assert.Equal(
            "ResourceNotFound.RefreshActivityNotFound",
            await fleet.Simulation.FailAsync("StopInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, RefreshActivityId = id }, account: SimulatedWorld.Partner));
    }

    [Theory]
    [InlineData("\"BatchNumber\": 0", "", "InvalidParameterValue")]
    [InlineData("\"BatchNumber\": 6", "", "InvalidParameterValue.BatchNumberTooLarge")]
    [InlineData("\"BatchPause\": \"AUTOMATIC\"", "", "MissingParameter")]
    [InlineData("\"BatchNumber\": 2, \"BatchPause\": \"Automatic\"", "", "InvalidParameterValue")]
    [InlineData("\"BatchNumber\": 2, \"FailProcess\": \"IGNORE\"", "", "InvalidParameterValue")]
    [InlineData("\"BatchNumber\": 2, \"MaxSurge\": 4", "", "InvalidParameterValue.MaxSurgeTooLarge")]
    [InlineData("\"BatchNumber\": 2, \"MaxSurge\": -1", "", "InvalidParameterValue")]
    [InlineData("\"BatchNumber\": 2", ", \"CheckInstanceTargetHealthTimeout\": 59", "InvalidParameterValue")]
    public async Task Wrong_settings_are_refused(string rolling, string more, string code)
    {
        var fleet = await NewImageAsync();

        Assert.Equal(code, await fleet.Simulation.FailAsync(
            "StartInstanceRefresh",
            Encoding.UTF8.GetBytes($$"""{ "AutoScalingGroupId": "{{Fleet.GroupId}}", "RefreshSettings": { "RollingUpdateSettings": { {{rolling}} }{{more}} } }""")));
    }

    [Fact]
    public async Task An_unknown_group_or_mode_is_refused()
    {
        var fleet = await NewImageAsync();

        Assert.Equal("ResourceNotFound.AutoScalingGroupIdNotFound", await fleet.Simulation.FailAsync("StartInstanceRefresh", new { AutoScalingGroupId = "asg-00000000", RefreshSettings = Fleet.Settings(1) }));
        Assert.Equal("InvalidParameterValue", await fleet.Simulation.FailAsync("StartInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId, RefreshMode = "ALL_AT_ONCE", RefreshSettings = Fleet.Settings(1) }));
        Assert.Equal("MissingParameter", await fleet.Simulation.FailAsync("StartInstanceRefresh", new { AutoScalingGroupId = Fleet.GroupId }));
    }

    [Theory]
    [InlineData("auto-scaling-group-id", Fleet.GroupId, 2)]
    [InlineData("refresh-activity-status-code", "SUCCESSFUL", 1)]
    [InlineData("refresh-activity-type", "ROLLBACK", 1)]
    [InlineData("refresh-activity-id", "asr-00000000", 0)]
    public async Task A_filter_selects_activities(string filter, string value, int count)
    {
        var fleet = await NewImageAsync();
        var id = await fleet.StartAsync();
        fleet.Simulation.Time.Advance(TimeSpan.FromHours(1));
        await fleet.RollBackAsync(id);

        var response = await fleet.Simulation.SucceedAsync("DescribeRefreshActivities", new { Filters = new[] { new { Name = filter, Values = new[] { value } } } });

        Assert.Equal(count, response.List("RefreshActivitySet").Count);
        Assert.Equal(0, (await fleet.Simulation.SucceedAsync("DescribeRefreshActivities", account: SimulatedWorld.Partner)).TotalCount);
    }

    private static async Task<(int Instances, int InService)> CountsAsync(Fleet fleet)
    {
        JsonElement group = await fleet.DescribedGroupAsync();
        return (group.GetProperty("InstanceCount").GetInt32(), group.GetProperty("InServiceInstanceCount").GetInt32());
    }
}
