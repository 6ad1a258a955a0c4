using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>DescribeAutoScalingInstances: returns instances of scaling groups.</summary>
public sealed class DescribeAutoScalingInstances : AutoScalingAction<DescribeAutoScalingInstancesRequest, DescribeAutoScalingInstancesResponse>
{
    private DescribeAutoScalingInstances()
        : base(
            nameof(DescribeAutoScalingInstances),
            requestsPerSecond: 60,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeAutoScalingInstances Action { get; } = new();
}

/// <summary>The instances to return. The service refuses IDs together with filters.</summary>
public sealed record DescribeAutoScalingInstancesRequest
{
    /// <summary>The conditions, such as <c>auto-scaling-group-id</c>.</summary>
    public IReadOnlyList<ScalingFilter>? Filters { get; init; }

    /// <summary>Maximum number of instances to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of instances to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of instances of scaling groups.</summary>
public sealed record DescribeAutoScalingInstancesResponse : ApiResponse
{
    /// <summary>The instances of this page.</summary>
    public IReadOnlyList<ScalingInstance> AutoScalingInstanceSet { get; init => field = value ?? []; } = [];

    /// <summary>The total number of instances that match.</summary>
    public long? TotalCount { get; init; }
}
