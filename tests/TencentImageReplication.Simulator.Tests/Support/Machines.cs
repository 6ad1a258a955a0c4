using System.Text;
using System.Text.Json;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>Instances with automation agents, and commands on them.</summary>
internal static class Machines
{
    /// <summary>Starts an instance and waits until it runs and its agent had time to report.</summary>
    public static async Task<string> StartAsync(this Simulation simulation, string imageId = SimulatedWorld.WebImageId, bool withAgent = true)
    {
        var response = await simulation.SucceedAsync("RunInstances", new
        {
            ImageId = imageId,
            Placement = new { Zone = "ap-guangzhou-3" },
            EnhancedService = new { AutomationService = new { Enabled = withAgent } },
        });
        simulation.Time.Advance(simulation.Options.LaunchDuration + simulation.Options.AgentDelay);
        return response.Texts("InstanceIdSet")[0];
    }

    /// <summary>Returns the status of an agent; null when it never reported.</summary>
    public static async Task<string?> AgentAsync(this Simulation simulation, string instanceId) =>
        (await simulation.SucceedAsync("DescribeAutomationAgentStatus", new { InstanceIds = new[] { instanceId } }))
            .Texts("AutomationAgentSet", "AgentStatus").SingleOrDefault();

    /// <summary>Runs a script.</summary>
    /// <returns>The ID of the invocation.</returns>
    public static async Task<string> RunAsync(this Simulation simulation, string script, params string[] instanceIds) =>
        (await simulation.SucceedAsync("RunCommand", new { Content = Base64(script), InstanceIds = instanceIds, Timeout = 60 }))
            .Fields.GetProperty("InvocationId").GetString()!;

    /// <summary>Returns the only task of an invocation.</summary>
    public static async Task<JsonElement> TaskAsync(this Simulation simulation, string invocationId, bool hideOutput = false) =>
        Assert.Single((await simulation.SucceedAsync("DescribeInvocationTasks", new
        {
            HideOutput = hideOutput,
            Filters = new[] { new { Name = "invocation-id", Values = new[] { invocationId } } },
        })).List("InvocationTaskSet"));

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Status(this JsonElement task) => task.GetProperty("TaskStatus").GetString()!;

    public static JsonElement Result(this JsonElement task) => task.GetProperty("TaskResult");

    public static string Output(this JsonElement task) => Encoding.UTF8.GetString(Convert.FromBase64String(task.Result().GetProperty("Output").GetString()!));
}
