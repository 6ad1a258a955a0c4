namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of a new instance.</summary>
public static class InstanceStates
{
    /// <summary>It is starting.</summary>
    public const string Pending = "PENDING";

    /// <summary>It is running.</summary>
    public const string Running = "RUNNING";

    /// <summary>It is being deleted.</summary>
    public const string Terminating = "TERMINATING";

    /// <summary>It is stopped and waits to be deleted.</summary>
    public const string Shutdown = "SHUTDOWN";

    /// <summary>It failed to start.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";
}
