namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A timer of an instance.</summary>
public sealed record ActionTimer
{
    /// <summary>The action: <c>TerminateInstances</c>.</summary>
    public string? TimerAction { get; init; }

    /// <summary>The time in UTC, such as <c>2018-05-29T11:26:40Z</c>; at least five minutes in the future.</summary>
    public string? ActionTime { get; init; }

    /// <summary>Extended properties. Only in responses.</summary>
    public Externals? Externals { get; init; }

    /// <summary>The timer's ID. Only in responses.</summary>
    public string? ActionTimerId { get; init; }

    /// <summary><c>UNDO</c>, <c>DOING</c> or <c>DONE</c>. Only in responses.</summary>
    public string? Status { get; init; }

    /// <summary>The instance that it is for. Only in responses.</summary>
    public string? InstanceId { get; init; }
}
