using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>DescribeAutomationAgentStatus: returns the state of the automation agents of instances.</summary>
public sealed class DescribeAutomationAgentStatus : TatAction<DescribeAutomationAgentStatusRequest, DescribeAutomationAgentStatusResponse>
{
    private DescribeAutomationAgentStatus()
        : base(
            nameof(DescribeAutomationAgentStatus),
            requestsPerSecond: 60,
            RetrySafety.Always)
    {
    }

    /// <summary>The action.</summary>
    public static DescribeAutomationAgentStatus Action { get; } = new();
}

/// <summary>The instances whose agents to return.</summary>
public sealed record DescribeAutomationAgentStatusRequest
{
    /// <summary>Instance IDs, at most 100.</summary>
    public IReadOnlyList<string>? InstanceIds { get; init; }

    /// <summary>Maximum number of agents to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Number of agents to skip; 0 by default.</summary>
    public long? Offset { get; init; }
}

/// <summary>A page of agents. An instance whose agent never reported is missing.</summary>
public sealed record DescribeAutomationAgentStatusResponse : ApiResponse
{
    /// <summary>The agents of this page.</summary>
    public IReadOnlyList<AutomationAgentInfo> AutomationAgentSet { get; init => field = value ?? []; } = [];

    /// <summary>The total number of agents that match.</summary>
    public long? TotalCount { get; init; }
}
