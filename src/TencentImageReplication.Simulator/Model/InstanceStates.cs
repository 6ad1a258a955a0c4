namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of an instance that a start goes through.</summary>
public static class InstanceStates
{
    /// <summary>Being started.</summary>
    public const string Pending = "PENDING";

    /// <summary>Running.</summary>
    public const string Running = "RUNNING";

    /// <summary>It could not be started.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";
}
