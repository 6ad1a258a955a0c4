namespace TencentImageReplication.Simulator.Model;

/// <summary>The end of a command on an instance.</summary>
public enum CommandEnding
{
    /// <summary>The script ends: <c>SUCCESS</c> when the exit code is 0, or else <c>FAILED</c>.</summary>
    Exits,

    /// <summary>It does not reach the instance: <c>DELIVER_FAILED</c>.</summary>
    DeliverFails,

    /// <summary>It cannot be started: <c>START_FAILED</c>.</summary>
    StartFails,

    /// <summary>It runs until its time is over: <c>TIMEOUT</c>.</summary>
    TimesOut,

    /// <summary>The agent does not report its end: <c>TASK_TIMEOUT</c>.</summary>
    AgentFallsSilent,
}
