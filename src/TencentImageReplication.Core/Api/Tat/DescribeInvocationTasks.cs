using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>DescribeInvocationTasks: returns commands on single instances, with their output on request.</summary>
public sealed class DescribeInvocationTasks : TatAction<DescribeInvocationTasksRequest, DescribeInvocationTasksResponse>
{
    private DescribeInvocationTasks()
        : base(
            nameof(DescribeInvocationTasks),
            requestsPerSecond: 20,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeInvocationTasks Action { get; } = new();
}

/// <summary>The tasks to return.</summary>
public sealed record DescribeInvocationTasksRequest
{
    /// <summary>At most 10 filters with 5 values each, such as <c>instance-id</c> and <c>invocation-id</c>.</summary>
    public IReadOnlyList<Filter>? Filters { get; init; }

    /// <summary>False to return the output of the scripts; true by default.</summary>
    public bool? HideOutput { get; init; }

    /// <summary>Maximum number of tasks to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of tasks to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of tasks.</summary>
public sealed record DescribeInvocationTasksResponse : ApiResponse
{
    /// <summary>The tasks of this page.</summary>
    public IReadOnlyList<InvocationTask> InvocationTaskSet { get; init => field = value ?? []; } = [];

    /// <summary>The total number of tasks that match.</summary>
    public long? TotalCount { get; init; }
}
