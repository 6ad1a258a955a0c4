namespace TencentImageReplication.Simulator.Model;

/// <summary>The course of an instance: its start, its automation agent and the scripts on it. The durations are inferred.</summary>
public sealed record InstanceLifeCycle
{
    /// <summary>The time that it takes to start; null for <see cref="SimulatedCloudOptions.LaunchDuration"/>.</summary>
    public TimeSpan? LaunchDuration { get; init; }

    /// <summary>The end of the start.</summary>
    public LaunchEnding Ending { get; init; }

    /// <summary>The time from the end of the start to the first report of the agent; null for <see cref="SimulatedCloudOptions.AgentDelay"/>.</summary>
    public TimeSpan? AgentDelay { get; init; }

    /// <summary>True when the agent never reports, as in a system that does not boot.</summary>
    public bool AgentStaysSilent { get; init; }

    /// <summary>The time from the first report of the agent to the last one; null for no end.</summary>
    public TimeSpan? AgentOnlineFor { get; init; }

    /// <summary>The results of scripts: the first one that fits is played. Other scripts succeed without output.</summary>
    public IReadOnlyList<CommandResult> Commands { get; init; } = [];
}
