using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>DescribeRefreshActivities: returns refresh activities of scaling groups.</summary>
public sealed class DescribeRefreshActivities : AutoScalingAction<DescribeRefreshActivitiesRequest, DescribeRefreshActivitiesResponse>
{
    private DescribeRefreshActivities()
        : base(
            nameof(DescribeRefreshActivities),
            // Not documented: the rate of StartInstanceRefresh.
            requestsPerSecond: 20,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeRefreshActivities Action { get; } = new();
}

/// <summary>The activities to return. The service refuses IDs together with filters.</summary>
public sealed record DescribeRefreshActivitiesRequest
{
    /// <summary>Activity IDs, at most 100.</summary>
    public IReadOnlyList<string>? RefreshActivityIds { get; init; }

    /// <summary>The conditions, such as <c>auto-scaling-group-id</c>.</summary>
    public IReadOnlyList<ScalingFilter>? Filters { get; init; }

    /// <summary>Maximum number of activities to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of activities to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of refresh activities.</summary>
public sealed record DescribeRefreshActivitiesResponse : ApiResponse
{
    /// <summary>The total number of activities that match.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The activities of this page.</summary>
    public IReadOnlyList<RefreshActivity> RefreshActivitySet { get; init => field = value ?? []; } = [];
}
