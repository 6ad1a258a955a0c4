namespace TencentImageReplication.Core.Plans;

/// <summary>The result of the action of a row.</summary>
public enum PlanStatus
{
    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>The action would be carried out. Nothing was changed, because only the plan was wanted.</summary>
    Planned,

    /// <summary>The copy has been requested, and is not available yet.</summary>
    Requested,

    /// <summary>The copy is available, as the plan wants it.</summary>
    Completed,

    /// <summary>The copy was deleted.</summary>
    Removed,

    /// <summary>The action was left out: not confirmed, not requested, or its condition did not hold.</summary>
    Skipped,

    /// <summary>The copy was not available in the given time. It may become available later.</summary>
    TimedOut,

    /// <summary>The action failed.</summary>
    Failed,

    /// <summary>The state of the copy could not be read.</summary>
    Unknown,
}
