using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>The automation service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed class TatClient(TencentCloudConnection connection)
{
    private const int MaxTasks = 100;

    /// <summary>DescribeAutomationAgentStatus: returns the state of the agent of an instance; null if it never reported.</summary>
    public async Task<string?> FindAgentStatusAsync(string region, string instanceId, CancellationToken cancellationToken)
    {
        var request = new DescribeAutomationAgentStatusRequest { InstanceIds = [instanceId] };
        var response = await connection.SendAsync(DescribeAutomationAgentStatus.Action, request, region, cancellationToken);
        return response.AutomationAgentSet.FirstOrDefault(agent => agent.InstanceId == instanceId)?.AgentStatus;
    }

    /// <summary>RunCommand: runs a script. Never retried after a lost response.</summary>
    public Task<RunCommandResponse> RunCommandAsync(string region, RunCommandRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(RunCommand.Action, request, region, cancellationToken);

    /// <summary>DescribeInvocationTasks: returns the latest commands on an instance, with their output.</summary>
    public async Task<IReadOnlyList<InvocationTask>> ListTasksAsync(string region, string instanceId, CancellationToken cancellationToken)
    {
        var request = new DescribeInvocationTasksRequest
        {
            Filters = [new Filter { Name = "instance-id", Values = [instanceId] }],
            HideOutput = false,
            Limit = MaxTasks,
        };
        var response = await connection.SendAsync(DescribeInvocationTasks.Action, request, region, cancellationToken);
        return response.InvocationTaskSet;
    }
}
