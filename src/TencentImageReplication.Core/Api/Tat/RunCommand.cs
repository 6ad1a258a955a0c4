using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>RunCommand: runs a script on instances. It has no client token: a second request runs the script again.</summary>
public sealed class RunCommand : TatAction<RunCommandRequest, RunCommandResponse>
{
    private RunCommand()
        : base(
            nameof(RunCommand),
            requestsPerSecond: 20,
            RetrySafety.Never,
            // A script may contain a password.
            secretsOf: request => [request.Content])
    {
    }

    /// <summary>The action.</summary>
    public static RunCommand Action { get; } = new();
}

/// <summary>The script to run and the instances to run it on.</summary>
public sealed record RunCommandRequest
{
    /// <summary>The script, as base64, at most 64 KB after encoding.</summary>
    public required string Content { get; init; }

    /// <summary>Instance IDs, at most 200. If the agent of one is not online, the whole request fails.</summary>
    public required IReadOnlyList<string> InstanceIds { get; init; }

    /// <summary>The name of the command, at most 60 bytes: letters, digits, <c>-</c>, <c>_</c> and <c>.</c></summary>
    public string? CommandName { get; init; }

    /// <summary><c>SHELL</c> (by default), <c>POWERSHELL</c> or <c>BAT</c>.</summary>
    public string? CommandType { get; init; }

    /// <summary>The maximum duration in seconds, 1 to 86400; 60 by default.</summary>
    public long? Timeout { get; init; }

    /// <summary>Returns only the name of the type, because a script must not get into a log.</summary>
    public override string ToString() => nameof(RunCommandRequest);
}

/// <summary>The command that was accepted.</summary>
public sealed record RunCommandResponse : ApiResponse
{
    /// <summary>The ID of this run of the command, such as <c>inv-7mnt4gr9</c>.</summary>
    public string InvocationId { get; init => field = value ?? ""; } = "";
}
