using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>DescribeAutoScalingGroups: returns scaling groups of a region.</summary>
public sealed class DescribeAutoScalingGroups : AutoScalingAction<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse>
{
    private DescribeAutoScalingGroups()
        : base(
            nameof(DescribeAutoScalingGroups),
            requestsPerSecond: 60,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeAutoScalingGroups Action { get; } = new();
}

/// <summary>The scaling groups to return; all of them without <see cref="AutoScalingGroupIds"/>.</summary>
public sealed record DescribeAutoScalingGroupsRequest
{
    /// <summary>Group IDs, at most 100.</summary>
    public IReadOnlyList<string>? AutoScalingGroupIds { get; init; }

    /// <summary>Maximum number of groups to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of groups to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of scaling groups.</summary>
public sealed record DescribeAutoScalingGroupsResponse : ApiResponse
{
    /// <summary>The groups of this page.</summary>
    public IReadOnlyList<AutoScalingGroup> AutoScalingGroupSet { get; init => field = value ?? []; } = [];

    /// <summary>The total number of groups that match.</summary>
    public long? TotalCount { get; init; }
}
