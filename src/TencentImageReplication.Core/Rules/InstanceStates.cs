namespace TencentImageReplication.Core.Rules;

/// <summary>The names of the instance states that matter after a launch (field <c>InstanceState</c> of DescribeInstances).</summary>
public static class InstanceStates
{
    /// <summary>The instance is running.</summary>
    public const string Running = "RUNNING";

    /// <summary>The instance is being created.</summary>
    public const string Pending = "PENDING";

    /// <summary>The instance could not be created.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";

    /// <summary>The instance is being deleted.</summary>
    public const string Terminating = "TERMINATING";

    /// <summary>The instance is stopped and waits to be deleted: the recycle bin of prepaid instances.</summary>
    public const string Shutdown = "SHUTDOWN";

    /// <summary>Checks that an instance is being deleted, or is stopped and waits to be deleted.</summary>
    public static bool IsDeleted(string state) => state is Terminating or Shutdown;

    /// <summary>Checks that the launch has ended, well or not.</summary>
    public static bool IsLaunchComplete(string state) => state is not (Pending or "STARTING");
}
