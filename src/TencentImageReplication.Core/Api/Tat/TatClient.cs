using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>The automation service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed class TatClient(TencentCloudConnection connection)
{
    private static readonly ListAction<DescribeAutomationAgentStatusRequest, DescribeAutomationAgentStatusResponse, AutomationAgentInfo> Agents = new(
        DescribeAutomationAgentStatus.Action,
        response => new(response, response.AutomationAgentSet, response.TotalCount),
        agent => agent.InstanceId);

    private static readonly ListAction<DescribeInvocationTasksRequest, DescribeInvocationTasksResponse, InvocationTask> Tasks = new(
        DescribeInvocationTasks.Action,
        response => new(response, response.InvocationTaskSet, response.TotalCount),
        task => task.InvocationTaskId);

    private readonly ListReader _lists = new(connection);

    /// <summary>DescribeAutomationAgentStatus: returns the state of the agent of an instance; null if it never reported.</summary>
    public async Task<string?> FindAgentStatusAsync(string region, string instanceId, CancellationToken cancellationToken)
    {
        string[] ids = [instanceId];
        var request = new DescribeAutomationAgentStatusRequest { InstanceIds = ids };
        var page = await _lists.ReadPageAsync(Agents, request, region, cancellationToken, ids: ids);
        return page.AutomationAgentSet.FirstOrDefault(agent => agent.InstanceId == instanceId)?.AgentStatus;
    }

    /// <summary>RunCommand: runs a script. Never retried after a lost response.</summary>
    public Task<RunCommandResponse> RunCommandAsync(string region, RunCommandRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(RunCommand.Action, request, region, cancellationToken);

    /// <summary>DescribeInvocationTasks: returns the commands on an instance, with their output.</summary>
    public async Task<IReadOnlyList<InvocationTask>> ListTasksAsync(string region, string instanceId, CancellationToken cancellationToken)
    {
        var request = new DescribeInvocationTasksRequest
        {
            Filters = [new Filter { Name = "instance-id", Values = [instanceId] }],
            HideOutput = false,
            Limit = Paging.PageSize,
        };
        return (await _lists.ReadPageAsync(Tasks, request, region, cancellationToken)).InvocationTaskSet;
    }
}
