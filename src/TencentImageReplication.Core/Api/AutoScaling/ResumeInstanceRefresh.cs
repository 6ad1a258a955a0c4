using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>ResumeInstanceRefresh: resumes a paused refresh.</summary>
public sealed class ResumeInstanceRefresh : AutoScalingAction<ResumeInstanceRefreshRequest, ResumeInstanceRefreshResponse>
{
    private ResumeInstanceRefresh()
        : base(
            nameof(ResumeInstanceRefresh),
            // Not documented: the rate of StartInstanceRefresh.
            requestsPerSecond: 20,
            // A refresh that fails again at once would be resumed again.
            RetrySafety.Never)
    {
    }

    /// <summary>The action.</summary>
    public static ResumeInstanceRefresh Action { get; } = new();
}

/// <summary>The activity.</summary>
public sealed record ResumeInstanceRefreshRequest
{
    /// <summary>The group.</summary>
    public required string AutoScalingGroupId { get; init; }

    /// <summary>The activity.</summary>
    public required string RefreshActivityId { get; init; }

    /// <summary><c>RETRY</c>, the default, refreshes the instances that failed again. <c>CONTINUE</c> skips them.</summary>
    public string? ResumeMode { get; init; }
}

/// <summary>The response, which has only a request ID.</summary>
public sealed record ResumeInstanceRefreshResponse : ApiResponse;
