namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// The course of an instance refresh. The order of its steps is documented; durations, failures and the states of instances in it
/// are inferred. So they can be set.
/// </summary>
public sealed record RefreshLifeCycle
{
    /// <summary>The time from the request to the first batch.</summary>
    public TimeSpan Preparation { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time of a batch: its instances are refreshed at the same time.</summary>
    public TimeSpan BatchDuration { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The time to create or to delete the additional instances of <c>MaxSurge</c>.</summary>
    public TimeSpan SurgeDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The numbers of the batches whose instances fail.</summary>
    public IReadOnlyList<int> FailingBatches { get; init; } = [];

    /// <summary>The IDs of the instances that fail.</summary>
    public IReadOnlyList<string> FailingInstances { get; init; } = [];

    /// <summary>The number of attempts for which such an instance fails, 1 for one that a retry refreshes; null for all.</summary>
    public int? Failures { get; init; }

    /// <summary>True when <see cref="FailingInstances"/> also fail in a rollback.</summary>
    public bool RollbacksFail { get; init; }

    /// <summary>True when instances that fail have the new image. Those that the load balancer does not find healthy always have it.</summary>
    public bool FailuresHaveNewImage { get; init; }

    /// <summary>True when the first attempt to create the additional instances of <c>MaxSurge</c> fails.</summary>
    public bool SurgeFails { get; init; }

    /// <summary>The message of an instance that failed.</summary>
    public string FailureMessage { get; init; } = "The instance could not be reinstalled.";
}
