namespace TencentImageReplication.Core.Rules;

/// <summary>Tencent's names of the instance states that matter after a launch (field <c>InstanceState</c> of DescribeInstances).</summary>
public static class InstanceStates
{
    /// <summary>Started.</summary>
    public const string Running = "RUNNING";

    /// <summary>Being made.</summary>
    public const string Pending = "PENDING";

    /// <summary>Could not be made.</summary>
    public const string LaunchFailed = "LAUNCH_FAILED";

    /// <summary>Whether the instance is no longer being made.</summary>
    public static bool IsSettled(string state) => state is not (Pending or "STARTING");
}
