namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of a new instance.</summary>
public static class InstanceStates
{
    /// <summary>It is starting.</summary>
    public const string Pending = "PENDING";

    /// <summary>It is running.</summary>
    public const string Running = "RUNNING";

    /// <summary>It failed to start.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";
}
