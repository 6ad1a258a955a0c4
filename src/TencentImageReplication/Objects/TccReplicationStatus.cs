namespace TencentImageReplication;

/// <summary>The result of the action of a row, after Sync-TccReplicationPlan.</summary>
public enum TccReplicationStatus : long
{
    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>Only -WhatIf: the action would be carried out.</summary>
    Planned,

    /// <summary>The copy has been requested, and is not available yet.</summary>
    Requested,

    /// <summary>The copy is available, as the plan wants it.</summary>
    Completed,

    /// <summary>The copy was deleted.</summary>
    Removed,

    /// <summary>The action was left out: not confirmed, not requested, or its condition did not hold. See Reason.</summary>
    Skipped,

    /// <summary>The copy was not available within the time limit. It may still become available.</summary>
    TimedOut,

    /// <summary>The action failed: see ErrorCode and ErrorMessage.</summary>
    Failed,

    /// <summary>Tencent Cloud refused to say whether the copy is available.</summary>
    Unknown,
}
