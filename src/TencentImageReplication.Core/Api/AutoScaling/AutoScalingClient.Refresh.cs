using TencentImageReplication.Core.Api.Lists;

namespace TencentImageReplication.Core.Api.AutoScaling;

public sealed partial class AutoScalingClient
{
    private const string GroupFilter = "auto-scaling-group-id";

    private static readonly ListAction<DescribeRefreshActivitiesRequest, DescribeRefreshActivitiesResponse, RefreshActivity> Activities = new(
        DescribeRefreshActivities.Action,
        response => new(response, response.RefreshActivitySet, response.TotalCount),
        activity => activity.RefreshActivityId);

    private static readonly ListAction<DescribeAutoScalingInstancesRequest, DescribeAutoScalingInstancesResponse, ScalingInstance> Instances = new(
        DescribeAutoScalingInstances.Action,
        response => new(response, response.AutoScalingInstanceSet, response.TotalCount),
        instance => instance.InstanceId);

    /// <summary>ModifyLaunchConfigurationAttributes: sets the image of a launch configuration.</summary>
    public Task<ModifyLaunchConfigurationAttributesResponse> SetImageAsync(
        string region, string configurationId, string imageId, CancellationToken cancellationToken) => connection.SendAsync(
            ModifyLaunchConfigurationAttributes.Action,
            new() { LaunchConfigurationId = configurationId, ImageId = imageId },
            region,
            cancellationToken);

    /// <summary>StartInstanceRefresh: starts a refresh. Not retried: after a lost response, look for the activity.</summary>
    public Task<StartInstanceRefreshResponse> StartRefreshAsync(
        string region, StartInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(StartInstanceRefresh.Action, request, region, cancellationToken);

    /// <summary>StopInstanceRefresh: pauses a refresh.</summary>
    public Task<StopInstanceRefreshResponse> StopRefreshAsync(
        string region, StopInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(StopInstanceRefresh.Action, request, region, cancellationToken);

    /// <summary>ResumeInstanceRefresh: resumes a paused refresh. Not retried: after a lost response, look at the activity.</summary>
    public Task<ResumeInstanceRefreshResponse> ResumeRefreshAsync(
        string region, ResumeInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(ResumeInstanceRefresh.Action, request, region, cancellationToken);

    /// <summary>RollbackInstanceRefresh: starts a rollback. Not retried: after a lost response, look for the activity.</summary>
    public Task<RollbackInstanceRefreshResponse> RollBackRefreshAsync(
        string region, RollbackInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(RollbackInstanceRefresh.Action, request, region, cancellationToken);

    /// <summary>Reads all pages of DescribeRefreshActivities and returns each activity of a group once.</summary>
    public IAsyncEnumerable<RefreshActivity> ListActivitiesAsync(string region, string groupId, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            Activities,
            region,
            offset => new DescribeRefreshActivitiesRequest { Filters = OfGroup(groupId), Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    /// <summary>DescribeRefreshActivities: finds an activity by ID; null if there is none.</summary>
    public async Task<RefreshActivity?> FindActivityAsync(string region, string activityId, CancellationToken cancellationToken)
    {
        string[] ids = [activityId];
        var request = new DescribeRefreshActivitiesRequest { RefreshActivityIds = ids };
        var page = await _lists.ReadPageAsync(Activities, request, region, cancellationToken, ids: ids);
        return page.RefreshActivitySet.FirstOrDefault(activity => activity.RefreshActivityId == activityId);
    }

    /// <summary>Reads all pages of DescribeAutoScalingInstances and returns each instance of a group once.</summary>
    public IAsyncEnumerable<ScalingInstance> ListGroupInstancesAsync(string region, string groupId, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            Instances,
            region,
            offset => new DescribeAutoScalingInstancesRequest { Filters = OfGroup(groupId), Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    private static ScalingFilter[] OfGroup(string groupId) => [new() { Name = GroupFilter, Values = [groupId] }];
}
