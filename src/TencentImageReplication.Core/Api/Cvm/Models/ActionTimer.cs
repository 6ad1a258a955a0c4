namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A timer of an instance.</summary>
public sealed record ActionTimer
{
    /// <summary>What it does: <c>TerminateInstances</c>.</summary>
    public string? TimerAction { get; init; }

    /// <summary>When, in UTC, as <c>2018-05-29T11:26:40Z</c>; at least five minutes ahead.</summary>
    public string? ActionTime { get; init; }

    /// <summary>Extended properties. Answers only.</summary>
    public Externals? Externals { get; init; }

    /// <summary>The timer's ID. Answers only.</summary>
    public string? ActionTimerId { get; init; }

    /// <summary><c>UNDO</c>, <c>DOING</c> or <c>DONE</c>. Answers only.</summary>
    public string? Status { get; init; }

    /// <summary>The instance that it is for. Answers only.</summary>
    public string? InstanceId { get; init; }
}
