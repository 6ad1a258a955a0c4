namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of an instance. Source: the field <c>InstanceState</c> of Tencent's API metadata, and the error codes that end in a state.</summary>
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

    /// <summary>It is frozen.</summary>
    public const string Freezing = "FREEZING";

    /// <summary>It is entering rescue mode.</summary>
    public const string EnterRescueMode = "ENTER_RESCUE_MODE";

    /// <summary>It is in rescue mode.</summary>
    public const string RescueMode = "RESCUE_MODE";

    /// <summary>It is leaving rescue mode.</summary>
    public const string ExitRescueMode = "EXIT_RESCUE_MODE";

    /// <summary>It is about to be migrated.</summary>
    public const string EnterServiceLiveMigrate = "ENTER_SERVICE_LIVE_MIGRATE";

    /// <summary>It is being migrated.</summary>
    public const string ServiceLiveMigrate = "SERVICE_LIVE_MIGRATE";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        Pending, LaunchFailed, Running, Stopped, Starting, Stopping, Rebooting, Shutdown, Terminating,
        Freezing, EnterRescueMode, RescueMode, ExitRescueMode, EnterServiceLiveMigrate, ServiceLiveMigrate,
    ];
}
