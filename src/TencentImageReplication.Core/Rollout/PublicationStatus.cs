namespace TencentImageReplication.Core.Rollout;

/// <summary>The result of a publication.</summary>
public enum PublicationStatus
{
    /// <summary>The target would change; -WhatIf changed nothing.</summary>
    Planned,

    /// <summary>The target has the image, and its instances are reinstalled if this was requested.</summary>
    Published,

    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>The refresh continues at Tencent Cloud, and the module could not follow it to its end.</summary>
    InProgress,

    /// <summary>The refresh is paused. The group is disabled until somebody resumes it or rolls it back.</summary>
    Paused,

    /// <summary>A batch failed, and the service has restored the image of the instances.</summary>
    RolledBack,

    /// <summary>It failed, or was refused.</summary>
    Failed,

    /// <summary>Nothing was begun, because of another target.</summary>
    NotStarted,

    /// <summary>The user declined.</summary>
    Skipped,

    /// <summary>The target has the earlier image again.</summary>
    Undone,
}
