using System.Management.Automation;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>An image, or a row of a copy, that is piped into a command that uses it.</summary>
/// <param name="ImageId">The image.</param>
/// <param name="Region">Its region.</param>
/// <param name="Status">The status of a copy.</param>
/// <param name="SourceImageId">The source of a copy.</param>
internal sealed record PipedImage(string? ImageId, string? Region, string? Status, string? SourceImageId)
{
    /// <summary>True for the row of a source in its own region.</summary>
    internal bool IsSource => Status == nameof(ImageCopyStatus.Source);

    // In a row of a plan, there may have been nothing to do for a copy that is there.
    private bool IsUsable => Status is nameof(ImageCopyStatus.Completed) or nameof(TccReplicationStatus.Unchanged)
        or nameof(TccReplicationStatus.Planned) or nameof(TccReplicationStatus.Skipped);

    /// <summary>Returns the reason to leave out the row of a copy that -WhatIf did not request; null for any other row.</summary>
    internal string? PlannedSkipReason() =>
        Status == nameof(ImageCopyStatus.WouldCopy) || (Status == nameof(TccReplicationStatus.Planned) && string.IsNullOrEmpty(ImageId))
            ? Messages.PlannedCopySkipped(SourceImageId, Region)
            : null;

    /// <summary>
    /// Returns the reason to leave a row out without an error, because the command before has reported it; null to use the row.
    /// </summary>
    internal string? SkipReason() => PlannedSkipReason()
        ?? (Status == nameof(ImageCopyStatus.Failed) ? Messages.FailedCopySkipped(SourceImageId, Region) : null);

    /// <summary>Returns the error of an image that cannot be used; null if it may be usable.</summary>
    internal ErrorRecord? Problem()
    {
        if (SourceImageId is { Length: > 0 } source && string.IsNullOrEmpty(ImageId))
            return ErrorRecords.NoCopy(source, Region);
        if (Status is { Length: > 0 } status && !IsSource && !IsUsable)
            return ErrorRecords.CopyNotUsable(status, ImageId, Region);
        return string.IsNullOrEmpty(ImageId) ? ErrorRecords.NoImageId(ImageId) : null;
    }
}
