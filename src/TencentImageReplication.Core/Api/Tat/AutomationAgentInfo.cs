namespace TencentImageReplication.Core.Api.Tat;

/// <summary>The automation agent of an instance: the fields that this project reads.</summary>
public sealed record AutomationAgentInfo
{
    /// <summary>The state of an agent that takes commands.</summary>
    public const string Online = "Online";

    /// <summary>The instance's ID.</summary>
    public string InstanceId { get; init => field = value ?? ""; } = "";

    /// <summary><c>Online</c> or <c>Offline</c>.</summary>
    public string AgentStatus { get; init => field = value ?? ""; } = "";
}
