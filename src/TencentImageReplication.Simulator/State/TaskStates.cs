namespace TencentImageReplication.Simulator.State;

/// <summary>The states of a command, and of one on an instance. Source: <c>InvocationStatus</c> and <c>TaskStatus</c> of Tencent's API metadata.</summary>
internal static class TaskStates
{
    public const string Pending = "PENDING";

    public const string Delivering = "DELIVERING";

    public const string DeliverFailed = "DELIVER_FAILED";

    public const string StartFailed = "START_FAILED";

    public const string Running = "RUNNING";

    public const string Success = "SUCCESS";

    public const string Failed = "FAILED";

    public const string Timeout = "TIMEOUT";

    /// <summary>The agent did not report.</summary>
    public const string TaskTimeout = "TASK_TIMEOUT";

    /// <summary>A command that failed on some of its instances.</summary>
    public const string PartialFailed = "PARTIAL_FAILED";
}
