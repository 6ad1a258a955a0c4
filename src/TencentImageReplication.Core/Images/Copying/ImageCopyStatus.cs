namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The status of one copy of one image to one region.</summary>
public enum ImageCopyStatus
{
    /// <summary>The service has accepted the request and returned the image ID of the copy.</summary>
    Requested,

    /// <summary>The service is creating the copy.</summary>
    Copying,

    /// <summary>The copy is <c>NORMAL</c> and can be used.</summary>
    Completed,

    /// <summary>There is no copy, and there will be none.</summary>
    Failed,

    /// <summary>The copy was not available within the given time. It may become available later.</summary>
    TimedOut,

    /// <summary>The service accepted the dry run. Nothing was copied.</summary>
    DryRunPassed,

    /// <summary>The region is that of the source, which can be used there. Nothing was copied.</summary>
    Source,

    /// <summary>The copy would be requested. Nothing was copied, because only the plan was wanted.</summary>
    WouldCopy,
}
