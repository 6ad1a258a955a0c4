using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Refreshing;

/// <summary>
/// Starts refreshes and rollbacks, never two for one request. The actions have no ClientToken: when a response is lost, this looks for
/// the activity before it retries.
/// </summary>
/// <param name="client">Auto scaling.</param>
/// <param name="poll">Reads until an activity is visible.</param>
internal sealed class RefreshRequests(AutoScalingClient client, ReadPoll poll)
{
    private const string Conflict = "ResourceUnavailable.RefreshActivityStatusConflictWithOperation";

    private static readonly string[] Refreshing = ["ResourceUnavailable.AutoScalingGroupInRefreshActivity", "ResourceUnavailable.AutoScalingGroupInActivity"];

    /// <summary>Starts a refresh.</summary>
    /// <returns>The activity, and the ID of the request; null for an activity that was found.</returns>
    public Task<(string ActivityId, string? RequestId)> StartAsync(string region, StartInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        BeginAsync(
            region,
            request.AutoScalingGroupId,
            async () =>
            {
                var response = await client.StartRefreshAsync(region, request, cancellationToken);
                return (response.RefreshActivityId, response.RequestId);
            },
            activity => activity.IsNormal(),
            cancellationToken);

    /// <summary>Starts a rollback.</summary>
    /// <returns>The activity, and the ID of the request; null for an activity that was found.</returns>
    public Task<(string ActivityId, string? RequestId)> RollBackAsync(string region, RollbackInstanceRefreshRequest request, CancellationToken cancellationToken) =>
        BeginAsync(
            region,
            request.AutoScalingGroupId,
            async () =>
            {
                var response = await client.RollBackRefreshAsync(region, request, cancellationToken);
                return (response.RefreshActivityId, response.RequestId);
            },
            activity => activity.IsRollbackOf(request.OriginRefreshActivityId),
            cancellationToken);

    /// <summary>Pauses a refresh that is running. One that is paused or has ended meanwhile stays as it is.</summary>
    public Task StopAsync(string region, string groupId, string activityId, CancellationToken cancellationToken) => ChangeAsync(
        region,
        activityId,
        () => client.StopRefreshAsync(region, new() { AutoScalingGroupId = groupId, RefreshActivityId = activityId }, cancellationToken),
        activity => !activity.IsRunning(),
        cancellationToken);

    /// <summary>Resumes a paused refresh. One that runs or has ended meanwhile stays as it is.</summary>
    public Task ResumeAsync(string region, string groupId, string activityId, bool skipFailed, CancellationToken cancellationToken) => ChangeAsync(
        region,
        activityId,
        () => client.ResumeRefreshAsync(
            region,
            new() { AutoScalingGroupId = groupId, RefreshActivityId = activityId, ResumeMode = skipFailed ? "CONTINUE" : "RETRY" },
            cancellationToken),
        activity => !activity.IsPaused(),
        cancellationToken);

    /// <summary>Returns the refreshes of a group.</summary>
    public async Task<List<RefreshActivity>> ListAsync(string region, string groupId, CancellationToken cancellationToken)
    {
        var activities = new List<RefreshActivity>();
        await foreach (var activity in client.ListActivitiesAsync(region, groupId, cancellationToken))
            activities.Add(activity);
        return activities;
    }

    private async Task<(string ActivityId, string? RequestId)> BeginAsync(
        string region,
        string groupId,
        Func<Task<(string ActivityId, string? RequestId)>> send,
        Func<RefreshActivity, bool> isIt,
        CancellationToken cancellationToken)
    {
        var known = (await ListAsync(region, groupId, cancellationToken)).Select(activity => activity.RefreshActivityId).ToList();
        for (var losses = LostResponses.None; ;)
        {
            try
            {
                if (await send() is { ActivityId.Length: > 0 } begun)
                    return begun;
                throw new TencentCloudException(
                    TencentCloudErrorKind.UnreadableResponse,
                    ClientErrorCodes.UnreadableResponse,
                    Localized.Text("The response names no refresh.", "响应中没有实例刷新的 ID。"),
                    nameof(StartInstanceRefresh),
                    region,
                    mayHaveActed: true);
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed && losses.MayRetry)
            {
                losses = losses.With(exception);
            }
            catch (TencentCloudException exception) when (Refreshing.Contains(exception.Code))
            {
                // That of a lost request, or of a run that was killed while its request was in transit.
                if (await FindNewAsync() is { } other)
                    return (other.RefreshActivityId, null);
                throw;
            }

            var (found, error) = await poll.RunAsync(
                region, LostResponses.VisibilityWindow, LostResponses.SearchBackoff, FindNewAsync, activity => activity is not null, cancellationToken);
            if (found is not null)
                return (found.RefreshActivityId, null);
            if (error is not null)
                throw Unknown(region, groupId, losses, error);
        }

        async Task<RefreshActivity?> FindNewAsync() => (await ListAsync(region, groupId, cancellationToken))
            .Find(activity => isIt(activity) && !known.Contains(activity.RefreshActivityId));
    }

    private async Task ChangeAsync(
        string region, string activityId, Func<Task> send, Func<RefreshActivity, bool> isDone, CancellationToken cancellationToken)
    {
        for (var losses = LostResponses.None; ;)
        {
            try
            {
                await send();
                return;
            }
            catch (TencentCloudException exception) when (losses.MayRetry && (exception.MayHaveActed || exception.Code == Conflict))
            {
                losses = losses.With(exception);
            }

            if (await client.FindActivityAsync(region, activityId, cancellationToken) is not { } now || isDone(now))
                return;
        }
    }

    private static TencentCloudException Unknown(string region, string groupId, LostResponses losses, TencentCloudException error) => losses.OutcomeUnknown(
        region,
        Localized.Text($"the refresh of {groupId} has begun", $"{groupId} 的实例刷新是否已开始"),
        error.Code,
        Localized.Text("Run the command again: it continues a refresh that has begun.", "请再次运行该命令：会继续已开始的刷新。"));
}
