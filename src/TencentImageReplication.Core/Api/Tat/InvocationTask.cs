using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>A command on one instance: the fields that this project reads.</summary>
public sealed record InvocationTask
{
    /// <summary>The task's ID, such as <c>invt-1nl8gtxa</c>.</summary>
    public string InvocationTaskId { get; init => field = value ?? ""; } = "";

    /// <summary>The run of the command that it belongs to.</summary>
    public string InvocationId { get; init => field = value ?? ""; } = "";

    /// <summary>The instance's ID.</summary>
    public string InstanceId { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the command.</summary>
    [FreeText]
    public string CommandName { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// <c>PENDING</c>, <c>DELIVERING</c>, <c>DELIVER_DELAYED</c>, <c>DELIVER_FAILED</c>, <c>START_FAILED</c>, <c>RUNNING</c>,
    /// <c>SUCCESS</c>, <c>FAILED</c> (the exit code is not 0), <c>TIMEOUT</c>, <c>TASK_TIMEOUT</c> (the agent is silent),
    /// <c>CANCELLING</c>, <c>CANCELLED</c> or <c>TERMINATED</c>.
    /// </summary>
    public string TaskStatus { get; init => field = value ?? ""; } = "";

    /// <summary>The result.</summary>
    public TaskResult? TaskResult { get; init; }

    /// <summary>The reason for a script that could not be delivered or started.</summary>
    [MessageText]
    public string? ErrorInfo { get; init; }
}
