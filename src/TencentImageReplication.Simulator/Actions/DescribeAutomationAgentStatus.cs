using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the automation agents of instances. An agent that never reported is missing (inferred).</summary>
internal sealed class DescribeAutomationAgentStatus : IApiAction
{
    private const string LimitExceeded = "InvalidParameterValue.LimitExceeded";
    private const string Online = "Online";
    private const string Offline = "Offline";
    private const string Linux = "Linux";
    private const string Windows = "Windows";

    public string Name => nameof(DescribeAutomationAgentStatus);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = CommandIds.ReadInstances(context.Parameters, LimitExceeded);
        var filters = CommandFilters.Read(context.Parameters, LimitExceeded, LimitExceeded, "agent-status", "environment", "instance-id");
        CommandFilters.CheckValues(filters, "agent-status", Online, Offline);
        CommandFilters.CheckValues(filters, "environment", Linux, Windows);
        CommandIds.CheckInstances(CommandFilters.ValuesOf(filters, "instance-id"));
        var page = Page.Read(context.Parameters, LimitExceeded);
        var agents = context.State.Instances.Owned(context.Region, context.AccountId)
            .Where(instance => ids.Count == 0 || ids.Contains(instance.InstanceId))
            .Select(instance => (Instance: instance, Agent: AutomationAgent.Of(instance, context.State, context.Now)))
            .Where(known => known.Agent is not null && filters.All(filter => Passes(known.Instance, known.Agent, filter)))
            .OrderByDescending(known => known.Instance.CreatedTime).ThenBy(known => known.Instance.InstanceId, StringComparer.Ordinal)
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = agents.Count,
            ["AutomationAgentSet"] = Json.List(page.Of(agents), known => new JsonObject
            {
                ["InstanceId"] = known.Instance.InstanceId,
                ["Version"] = "1.0.53",
                ["LastHeartbeatTime"] = context.Text(known.Agent!.LastHeartbeat),
                ["AgentStatus"] = Status(known.Agent),
                ["Environment"] = Environment(known.Instance),
                ["SupportFeatures"] = new JsonArray("SESSION_MANAGER"),
            }),
        };
    }

    private static bool Passes(SimulatedInstance instance, AutomationAgent agent, Filter filter) => filter.Name switch
    {
        "agent-status" => filter.Is(Status(agent)),
        "environment" => filter.Is(Environment(instance)),
        _ => filter.Is(instance.InstanceId),
    };

    private static string Status(AutomationAgent agent) => agent.IsOnline ? Online : Offline;

    private static string Environment(SimulatedInstance instance) => instance.IsWindows ? Windows : Linux;
}
