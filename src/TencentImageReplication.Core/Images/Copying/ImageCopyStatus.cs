namespace TencentImageReplication.Core.Images.Copying;

/// <summary>How far one copy of one image to one region is.</summary>
public enum ImageCopyStatus
{
    /// <summary>The service has accepted the request and named the copy's image ID.</summary>
    Requested,

    /// <summary>The service is making the copy.</summary>
    Copying,

    /// <summary>The copy is <c>NORMAL</c>: it can be used.</summary>
    Completed,

    /// <summary>There is no copy, and there will be none.</summary>
    Failed,

    /// <summary>The copy was not ready in the time given. It may become so later.</summary>
    TimedOut,

    /// <summary>The service has checked the request and would accept it. Nothing was copied.</summary>
    DryRunPassed,
}
