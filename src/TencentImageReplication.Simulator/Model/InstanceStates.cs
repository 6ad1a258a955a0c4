namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of an instance. Source: the field <c>InstanceState</c> of Tencent's API metadata.</summary>
public static class InstanceStates
{
    /// <summary>It is starting.</summary>
    public const string Pending = "PENDING";

    /// <summary>It is running.</summary>
    public const string Running = "RUNNING";

    /// <summary>It is being stopped.</summary>
    public const string Stopping = "STOPPING";

    /// <summary>It is stopped.</summary>
    public const string Stopped = "STOPPED";

    /// <summary>It is starting again.</summary>
    public const string Starting = "STARTING";

    /// <summary>It is being restarted.</summary>
    public const string Rebooting = "REBOOTING";

    /// <summary>It is being deleted.</summary>
    public const string Terminating = "TERMINATING";

    /// <summary>It is stopped and waits to be deleted.</summary>
    public const string Shutdown = "SHUTDOWN";

    /// <summary>It failed to start.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } =
        [Pending, LaunchFailed, Running, Stopped, Starting, Stopping, Rebooting, Shutdown, Terminating];
}
