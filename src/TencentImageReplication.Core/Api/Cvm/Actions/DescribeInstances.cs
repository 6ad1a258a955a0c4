using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeInstances: returns instances of a region.</summary>
    public static CvmAction<DescribeInstancesRequest, DescribeInstancesResponse> DescribeInstances => new(
        nameof(DescribeInstances),
        requestsPerSecond: 40,
        RetrySafety.Always);
}

/// <summary>The instances to return: <see cref="InstanceIds"/> or <see cref="Filters"/>, never both.</summary>
public sealed record DescribeInstancesRequest
{
    /// <summary>Instance IDs, at most 100.</summary>
    public IReadOnlyList<string>? InstanceIds { get; init; }

    /// <summary>
    /// At most 10 filters with 5 values each, such as <c>zone</c>, <c>instance-name</c>, <c>instance-id</c>,
    /// <c>instance-state</c>, <c>tag:KEY</c>.
    /// </summary>
    public IReadOnlyList<Filter>? Filters { get; init; }

    /// <summary>Number of instances to skip; 0 by default.</summary>
    public long? Offset { get; init; }

    /// <summary>Maximum number of instances to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }
}

/// <summary>A page of instances.</summary>
public sealed record DescribeInstancesResponse : CvmResponse
{
    /// <summary>The total number of instances that match.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The instances of this page.</summary>
    public IReadOnlyList<Instance> InstanceSet { get; init => field = value ?? []; } = [];
}
