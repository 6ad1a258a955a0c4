namespace TencentImageReplication;

/// <summary>The result of a publication.</summary>
public enum TccPublicationStatus : long
{
    /// <summary>Only -WhatIf: the target would change.</summary>
    Planned,

    /// <summary>The target has the image, and its instances are reinstalled if this was requested.</summary>
    Published,

    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>The refresh continues at Tencent Cloud, and its result is not known yet. Run the command again to follow it.</summary>
    InProgress,

    /// <summary>The refresh is paused, and the group is disabled. Pipe the row into Publish-TccImage or Undo-TccImagePublication.</summary>
    Paused,

    /// <summary>Instances failed, and Tencent Cloud has restored the earlier image.</summary>
    RolledBack,

    /// <summary>It failed or was refused: see ErrorCode and ErrorMessage.</summary>
    Failed,

    /// <summary>Nothing was begun, because of another target: see Reason.</summary>
    NotStarted,

    /// <summary>It was not confirmed.</summary>
    Skipped,

    /// <summary>The target has the earlier image again.</summary>
    Undone,
}
