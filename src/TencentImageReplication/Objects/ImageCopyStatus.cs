namespace TencentImageReplication;

/// <summary>The progress of a copy of an image.</summary>
public enum ImageCopyStatus : long
{
    /// <summary>Tencent Cloud has accepted the request. The copy has not been seen yet.</summary>
    Requested,

    /// <summary>The copy is in progress.</summary>
    Copying,

    /// <summary>The copy can be used.</summary>
    Completed,

    /// <summary>There is no usable copy: see ErrorCode and ErrorMessage.</summary>
    Failed,

    /// <summary>The copy was not available within the time limit. It may still become available.</summary>
    TimedOut,

    /// <summary>Only a dry run: Tencent Cloud would have accepted the request.</summary>
    DryRunPassed,

    /// <summary>Tencent Cloud refused to say whether the copy is available. Pipe the row into Wait-TccImage to find out.</summary>
    Unknown,

    /// <summary>The region is that of the source itself, which can be used there. Nothing was copied.</summary>
    Source,

    /// <summary>Only -WhatIf: the copy would have been requested. To copy, pipe the row back into the copy command.</summary>
    WouldCopy,
}
