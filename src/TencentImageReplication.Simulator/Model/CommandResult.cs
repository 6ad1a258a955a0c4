namespace TencentImageReplication.Simulator.Model;

/// <summary>The result of the scripts that contain a text.</summary>
public sealed record CommandResult
{
    /// <summary>The text; empty for any script.</summary>
    public string Contains { get; init; } = "";

    /// <summary>The output.</summary>
    public string Output { get; init; } = "";

    /// <summary>The number of times that the output is repeated, for a long one.</summary>
    public int OutputRepetitions { get; init; } = 1;

    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>The duration; null for <see cref="SimulatedCloudOptions.CommandDuration"/>. A command that takes longer than its time-out ends with <c>TIMEOUT</c>.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The end.</summary>
    public CommandEnding Ending { get; init; }

    /// <summary>The reason for a command that could not be delivered or started.</summary>
    public string ErrorInfo { get; init; } = "";
}
