namespace TencentImageReplication.Simulator.State;

/// <summary>The settings of a refresh. Source: <c>RefreshSettings</c> of Tencent's API metadata.</summary>
/// <param name="BatchNumber">The number of batches.</param>
/// <param name="BatchPause">The pauses between batches.</param>
/// <param name="FailProcess">The reaction to a batch with failures.</param>
/// <param name="MaxSurge">The number of additional instances while the refresh is in progress.</param>
/// <param name="ChecksHealth">True when the load balancer must find the instances healthy.</param>
/// <param name="HealthTimeoutSeconds">The maximum time until it does.</param>
internal sealed record RefreshPlan(
    int BatchNumber, string BatchPause, string FailProcess, int MaxSurge, bool ChecksHealth, int HealthTimeoutSeconds)
{
    public const string Automatic = "AUTOMATIC";
    public const string FirstBatchPause = "FIRST_BATCH_PAUSE";
    public const string BatchIntervalPause = "BATCH_INTERVAL_PAUSE";
    public const string FailPause = "AUTO_PAUSE";
    public const string FailRollback = "AUTO_ROLLBACK";
    public const string FailCancel = "AUTO_CANCEL";

    /// <summary>Returns true when the refresh pauses after a batch that succeeded and is not the last one.</summary>
    public bool PausesAfter(int batch) => BatchPause == BatchIntervalPause || (BatchPause == FirstBatchPause && batch == 1);
}
