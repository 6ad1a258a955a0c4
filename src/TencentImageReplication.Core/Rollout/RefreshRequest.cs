using TencentImageReplication.Core.Api.AutoScaling;

namespace TencentImageReplication.Core.Rollout;

/// <summary>Creates the settings of a refresh as the service takes them.</summary>
internal static class RefreshRequest
{
    private const string FailPause = "AUTO_PAUSE";

    /// <summary>Returns the number of batches.</summary>
    public static long Batches(RefreshOptions options, long instances) =>
        Math.Max(1, Math.Min(options.BatchCount ?? RefreshOptions.DefaultMaxBatches, instances));

    /// <summary>Creates the request for a refresh.</summary>
    public static StartInstanceRefreshRequest Start(AutoScalingGroup group, RefreshOptions options) => new()
    {
        AutoScalingGroupId = group.AutoScalingGroupId,
        RefreshMode = RefreshStates.Reinstall,
        RefreshSettings = Settings(
            group,
            options.HealthCheckTimeout,
            new()
            {
                BatchNumber = Batches(options, group.InServiceInstanceCount ?? 0),
                BatchPause = options.BatchPause switch
                {
                    RefreshPause.FirstBatch => "FIRST_BATCH_PAUSE",
                    RefreshPause.EachBatch => "BATCH_INTERVAL_PAUSE",
                    _ => "AUTOMATIC",
                },
                FailProcess = options.OnFailure == RefreshFailure.Rollback ? "AUTO_ROLLBACK" : FailPause,
            }),
    };

    /// <summary>Creates the request for a rollback.</summary>
    /// <param name="group">The group.</param>
    /// <param name="originId">The refresh.</param>
    /// <param name="instances">The number of instances to restore.</param>
    /// <param name="timeout">The maximum time until the load balancer finds an instance healthy.</param>
    public static RollbackInstanceRefreshRequest RollBack(AutoScalingGroup group, string originId, long instances, TimeSpan timeout) => new()
    {
        AutoScalingGroupId = group.AutoScalingGroupId,
        OriginRefreshActivityId = originId,
        RefreshMode = RefreshStates.Reinstall,
        RefreshSettings = Settings(group, timeout, new() { BatchNumber = Batches(new(), instances), FailProcess = FailPause }),
    };

    // Without the check, an image that does not start would go through all batches as a success.
    private static RefreshSettings Settings(AutoScalingGroup group, TimeSpan timeout, RollingUpdateSettings rolling) => new()
    {
        RollingUpdateSettings = rolling,
        CheckInstanceTargetHealth = group.ForwardLoadBalancerSet.Count > 0 ? true : null,
        CheckInstanceTargetHealthTimeout = group.ForwardLoadBalancerSet.Count > 0 ? (long)timeout.TotalSeconds : null,
    };
}
