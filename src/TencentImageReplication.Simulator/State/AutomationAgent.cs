using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The automation agent of an instance, which has reported at least once.</summary>
/// <param name="IsOnline">True while it reports.</param>
/// <param name="LastHeartbeat">The time of its last report.</param>
internal sealed record AutomationAgent(bool IsOnline, DateTimeOffset LastHeartbeat)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(1);

    /// <summary>Returns the agent of an instance; null when it never reported.</summary>
    public static AutomationAgent? Of(SimulatedInstance instance, CloudState state, DateTimeOffset now)
    {
        var course = InstanceCourse.Of(instance.ImageId, instance.Region, state);
        var delay = course.AgentDelay ?? state.Options.AgentDelay;
        if (!instance.HasAutomationAgent || course.AgentStaysSilent || now - delay < instance.StartEnds
            || instance.State is InstanceStates.Pending or InstanceStates.LaunchFailed)
        {
            return null;
        }

        var first = instance.StartEnds + delay;
        var end = instance.State == InstanceStates.Running ? DateTimeOffset.MaxValue : instance.ChangeStarted;
        if (course.AgentOnlineFor is { } time && end - first > time)
            end = first + time;
        // A scenario can begin with a stopped instance: its agent has reported before.
        if (end != default && end < first)
            return null;
        var reported = (now < end ? now : end) - first;
        return new AutomationAgent(now < end, first + TimeSpan.FromTicks(Math.Max(0, reported.Ticks / Heartbeat.Ticks) * Heartbeat.Ticks));
    }

    /// <summary>Returns the time at which the agent of a running instance falls silent, as far as it is known now.</summary>
    public static DateTimeOffset SilentFrom(SimulatedInstance instance, CloudState state)
    {
        var course = InstanceCourse.Of(instance.ImageId, instance.Region, state);
        var end = course.AgentOnlineFor is { } time ? instance.StartEnds + (course.AgentDelay ?? state.Options.AgentDelay) + time : DateTimeOffset.MaxValue;
        return instance.TerminatesAt is { } timer && timer < end && !instance.DisableApiTermination ? timer : end;
    }
}
