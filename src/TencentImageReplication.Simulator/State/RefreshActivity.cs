namespace TencentImageReplication.Simulator.State;

/// <summary>A refresh activity, or its rollback.</summary>
internal sealed class RefreshActivity
{
    public const string Normal = "NORMAL";
    public const string Rollback = "ROLLBACK";
    public const string Reset = "ROLLING_UPDATE_RESET";
    public const string Replace = "ROLLING_UPDATE_REPLACE";

    public required string Id { get; init; }

    public required string GroupId { get; init; }

    /// <summary>The activity that this one rolls back; null unless it is a rollback.</summary>
    public string? OriginId { get; init; }

    public required string Mode { get; init; }

    public required RefreshPlan Plan { get; init; }

    public required IReadOnlyList<RefreshBatch> Batches { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public string Status { get; set; } = RefreshStatus.Init;

    public RefreshPhase Phase { get; set; }

    /// <summary>The time of the next step; null when the activity waits for a person or has ended.</summary>
    public DateTimeOffset? NextStep { get; set; }

    /// <summary>The number of the batch that is being refreshed or was refreshed last; 0 before the first one.</summary>
    public int CurrentBatch { get; set; }

    /// <summary>The additional instances.</summary>
    public List<string> SurgeIds { get; } = [];

    public bool SurgeFailed { get; set; }

    public string Type => OriginId is null ? Normal : Rollback;

    public bool IsPaused => Status is RefreshStatus.FailedPause or RefreshStatus.AutoPause or RefreshStatus.ManualPause;

    /// <summary>True until it has succeeded, failed or been cancelled.</summary>
    public bool IsOpen => IsPaused || Status is RefreshStatus.Init or RefreshStatus.Running;

    /// <summary>True while instances are being created, refreshed or deleted.</summary>
    public bool IsBusy => NextStep is not null && Phase != RefreshPhase.Preparing;

    public IEnumerable<RefreshedInstance> Instances => Batches.SelectMany(batch => batch.Instances);

    /// <summary>The current batch; null before the first one.</summary>
    public RefreshBatch? Current => CurrentBatch > 0 ? Batches[CurrentBatch - 1] : null;

    /// <summary>Ends the activity.</summary>
    public void End(string status, DateTimeOffset at)
    {
        foreach (var batch in Batches)
            batch.Cancel();
        Status = status;
        EndTime = at;
    }
}
