using System.Text.Json;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>A launch configuration and a scaling group of instances on an old image, and short ways to refresh them.</summary>
internal sealed class Fleet
{
    public const string OldImageId = "img-old00001";
    public const string ConfigurationId = "asc-web00001";
    public const string GroupId = "asg-web00001";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public Fleet(int instances = 5, RefreshLifeCycle? course = null, string? loadBalancerId = null)
    {
        var cloud = Simulation.Cloud;
        Simulation.Options.Refreshes = course ?? new RefreshLifeCycle();
        cloud.AddImage(new SimulatedImage { ImageId = OldImageId, ImageName = "old", Region = Simulation.Guangzhou, AccountId = SimulatedWorld.Owner.AccountId });
        cloud.AddLaunchConfiguration(new SimulatedLaunchConfiguration
        {
            LaunchConfigurationId = ConfigurationId,
            LaunchConfigurationName = "web",
            AccountId = SimulatedWorld.Owner.AccountId,
            Region = Simulation.Guangzhou,
            ImageId = OldImageId,
            InstanceTypes = ["S5.SMALL2"],
            Tags = [new("city", "shenzhen")],
        });
        cloud.AddScalingGroup(
            new SimulatedScalingGroup
            {
                AutoScalingGroupId = GroupId,
                AutoScalingGroupName = "web-asg",
                AccountId = SimulatedWorld.Owner.AccountId,
                Region = Simulation.Guangzhou,
                LaunchConfigurationId = ConfigurationId,
                LoadBalancerId = loadBalancerId,
                Tags = [new("city", "shenzhen")],
            },
            instances);
    }

    public Simulation Simulation { get; } = new();

    public RefreshLifeCycle Course => Simulation.Options.Refreshes;

    /// <summary>The IDs of the group's instances, in the order of a refresh.</summary>
    public IReadOnlyList<string> InstanceIds => [.. Group.Instances.Select(member => member.InstanceId).Order(StringComparer.Ordinal)];

    public SimulatedScalingGroup Group => Simulation.Cloud.ScalingGroups().Single();

    public string ImageOf(string instanceId) => Simulation.Cloud.Instances().Single(instance => instance.InstanceId == instanceId).ImageId;

    public Task UseNewImageAsync() => Simulation.SucceedAsync(
        "ModifyLaunchConfigurationAttributes", new { LaunchConfigurationId = ConfigurationId, ImageId = SimulatedWorld.WebImageId });

    public static object Settings(int batches, string? pause = null, string? onFailure = null, int? surge = null, bool? health = null, int? timeout = null) => new
    {
        RollingUpdateSettings = new { BatchNumber = batches, BatchPause = pause, FailProcess = onFailure, MaxSurge = surge },
        CheckInstanceTargetHealth = health,
        CheckInstanceTargetHealthTimeout = timeout,
    };

    public async Task<string> StartAsync(int batches = 2, string? pause = null, string? onFailure = null, int? surge = null, string? mode = null, bool? health = null)
    {
        var response = await Simulation.SucceedAsync(
            "StartInstanceRefresh", new { AutoScalingGroupId = GroupId, RefreshMode = mode, RefreshSettings = Settings(batches, pause, onFailure, surge, health) });
        return response.Fields.GetProperty("RefreshActivityId").GetString()!;
    }

    public async Task<string> RollBackAsync(string activityId, int batches = 1)
    {
        var response = await Simulation.SucceedAsync(
            "RollbackInstanceRefresh", new { AutoScalingGroupId = GroupId, OriginRefreshActivityId = activityId, RefreshSettings = Settings(batches) });
        return response.Fields.GetProperty("RefreshActivityId").GetString()!;
    }

    public Task ChangeAsync(string action, string activityId, string? mode = null) => Simulation.SucceedAsync(action, Change(activityId, mode));

    public Task<string> RefusedAsync(string action, string activityId, string? mode = null) => Simulation.FailAsync(action, Change(activityId, mode));

    public async Task<JsonElement> ActivityAsync(string activityId) =>
        (await Simulation.SucceedAsync("DescribeRefreshActivities", new { RefreshActivityIds = new[] { activityId } })).List("RefreshActivitySet").Single();

    /// <summary>Returns the state of an activity, and those of its batches in the order of their numbers.</summary>
    public async Task<string> StatusAsync(string activityId)
    {
        var activity = await ActivityAsync(activityId);
        var batches = activity.GetProperty("RefreshBatchSet").EnumerateArray().OrderBy(batch => batch.GetProperty("RefreshBatchNum").GetInt32());
        return $"{activity.GetProperty("Status").GetString()}: {string.Join(' ', batches.Select(batch => batch.GetProperty("RefreshBatchStatus").GetString()))}";
    }

    public async Task<JsonElement> DescribedGroupAsync() => (await Simulation.SucceedAsync("DescribeAutoScalingGroups")).List("AutoScalingGroupSet").Single();

    /// <summary>Waits until the first batch has begun.</summary>
    public void Begin() => Simulation.Time.Advance(Course.Preparation + Second);

    /// <summary>Waits until the batch that has just begun is over.</summary>
    public void EndBatch() => Simulation.Time.Advance(Course.BatchDuration);

    private static object Change(string activityId, string? mode) => mode is null
        ? new { AutoScalingGroupId = GroupId, RefreshActivityId = activityId }
        : new { AutoScalingGroupId = GroupId, RefreshActivityId = activityId, ResumeMode = mode };
}
