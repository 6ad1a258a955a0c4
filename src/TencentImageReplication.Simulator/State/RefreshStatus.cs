namespace TencentImageReplication.Simulator.State;

/// <summary>The states of refresh activities, of their batches and of their instances. Source: <c>RefreshActivity</c> of Tencent's API metadata.</summary>
internal static class RefreshStatus
{
    public const string Init = "INIT";
    public const string Waiting = "WAITING";
    public const string Running = "RUNNING";
    public const string Successful = "SUCCESSFUL";
    public const string PartiallySuccessful = "PARTIALLY_SUCCESSFUL";
    public const string Failed = "FAILED";
    public const string FailedPause = "FAILED_PAUSE";
    public const string AutoPause = "AUTO_PAUSE";
    public const string ManualPause = "MANUAL_PAUSE";
    public const string Cancelled = "CANCELLED";
    public const string NotFound = "NOT_FOUND";
}
