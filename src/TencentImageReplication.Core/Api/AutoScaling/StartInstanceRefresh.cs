using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>StartInstanceRefresh: starts to reinstall the instances of a scaling group from its launch configuration. The group is disabled until it ends.</summary>
public sealed class StartInstanceRefresh : AutoScalingAction<StartInstanceRefreshRequest, StartInstanceRefreshResponse>
{
    private StartInstanceRefresh()
        : base(
            nameof(StartInstanceRefresh),
            requestsPerSecond: 20,
            RetrySafety.Never)
    {
    }

    /// <summary>The action.</summary>
    public static StartInstanceRefresh Action { get; } = new();
}

/// <summary>The refresh to start.</summary>
public sealed record StartInstanceRefreshRequest
{
    /// <summary>The group.</summary>
    public required string AutoScalingGroupId { get; init; }

    /// <summary>The settings.</summary>
    public required RefreshSettings RefreshSettings { get; init; }

    /// <summary><c>ROLLING_UPDATE_RESET</c>, the default, reinstalls instances, and can be rolled back. <c>ROLLING_UPDATE_REPLACE</c> cannot.</summary>
    public string? RefreshMode { get; init; }
}

/// <summary>The refresh that was started.</summary>
public sealed record StartInstanceRefreshResponse : ApiResponse
{
    /// <summary>The activity, such as <c>asr-5l2ejpfo</c>.</summary>
    public string RefreshActivityId { get; init => field = value ?? ""; } = "";
}
