namespace TencentImageReplication;

/// <summary>How far a copy of an image has come.</summary>
public enum ImageCopyStatus
{
    /// <summary>Tencent has accepted the request; nothing of the copy has been seen yet.</summary>
    Requested,

    /// <summary>The copy is being made.</summary>
    Copying,

    /// <summary>The copy can be used.</summary>
    Completed,

    /// <summary>There will be no copy: see ErrorCode and ErrorMessage.</summary>
    Failed,

    /// <summary>The copy was not ready in the time that was allowed for it. It may still become so.</summary>
    TimedOut,

    /// <summary>A rehearsal: Tencent would have accepted the request.</summary>
    DryRunPassed,
}
