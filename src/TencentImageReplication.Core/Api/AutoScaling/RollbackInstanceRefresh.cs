using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>RollbackInstanceRefresh: starts to restore the images of the instances that a refresh has reinstalled.</summary>
public sealed class RollbackInstanceRefresh : AutoScalingAction<RollbackInstanceRefreshRequest, RollbackInstanceRefreshResponse>
{
    private RollbackInstanceRefresh()
        : base(
            nameof(RollbackInstanceRefresh),
            // Not documented: the rate of StartInstanceRefresh.
            requestsPerSecond: 20,
            RetrySafety.Never)
    {
    }

    /// <summary>The action.</summary>
    public static RollbackInstanceRefresh Action { get; } = new();
}

/// <summary>The refresh to roll back: a paused one, or the latest one if it succeeded.</summary>
public sealed record RollbackInstanceRefreshRequest
{
    /// <summary>The group.</summary>
    public required string AutoScalingGroupId { get; init; }

    /// <summary>The settings. <see cref="RollingUpdateSettings.BatchNumber"/> is at most the number of instances to restore.</summary>
    public required RefreshSettings RefreshSettings { get; init; }

    /// <summary>The activity to roll back.</summary>
    public required string OriginRefreshActivityId { get; init; }

    /// <summary><c>ROLLING_UPDATE_RESET</c>.</summary>
    public string? RefreshMode { get; init; }
}

/// <summary>The rollback that was started.</summary>
public sealed record RollbackInstanceRefreshResponse : ApiResponse
{
    /// <summary>The activity of the rollback.</summary>
    public string RefreshActivityId { get; init => field = value ?? ""; } = "";
}
