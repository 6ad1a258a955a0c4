using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>StopInstanceRefresh: pauses a refresh: the batch in progress is refreshed to the end, and the next one does not begin.</summary>
public sealed class StopInstanceRefresh : AutoScalingAction<StopInstanceRefreshRequest, StopInstanceRefreshResponse>
{
    private StopInstanceRefresh()
        : base(
            nameof(StopInstanceRefresh),
            requestsPerSecond: 20,
            // A refresh that somebody resumed meanwhile would be paused again.
            RetrySafety.Never)
    {
    }

    /// <summary>The action.</summary>
    public static StopInstanceRefresh Action { get; } = new();
}

/// <summary>The activity.</summary>
public sealed record StopInstanceRefreshRequest
{
    /// <summary>The group.</summary>
    public required string AutoScalingGroupId { get; init; }

    /// <summary>The activity.</summary>
    public required string RefreshActivityId { get; init; }
}

/// <summary>The response, which has only a request ID.</summary>
public sealed record StopInstanceRefreshResponse : ApiResponse;
