using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The action timer of an instance, which deletes it.</summary>
internal static class ActionTimer
{
    /// <summary>Starts to delete an instance whose time has come. A protected one stays (inferred).</summary>
    public static SimulatedInstance Apply(SimulatedInstance instance, DateTimeOffset now, SimulatedCloudOptions options) =>
        instance.TerminatesAt is not { } time || now < time || instance.DisableApiTermination || instance.State == InstanceStates.Terminating
            ? instance
            : instance with
            {
                State = InstanceStates.Terminating,
                LatestOperation = "TerminateInstances",
                ChangeStarted = time,
                ChangeEnds = time + options.TerminateDuration,
                StateAfterChange = null,
            };
}
