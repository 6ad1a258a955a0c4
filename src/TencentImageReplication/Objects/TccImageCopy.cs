namespace TencentImageReplication;

/// <summary>A copy of an image to one destination: one row of the report.</summary>
/// <remarks>
/// ImageId and Region are those of the <b>destination</b>, so that a copy can be piped into Wait-TccImage and
/// New-TccInstanceFromImage.
/// </remarks>
public sealed record TccImageCopy
{
    /// <summary>The name of the copy.</summary>
    public string ImageName { get; internal init; } = "";

    /// <summary>The image that was copied.</summary>
    public string SourceImageId { get; internal init; } = "";

    /// <summary>The region of the source.</summary>
    public string SourceRegion { get; internal init; } = "";

    /// <summary>The ID of the copy; null if there is none.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The region of the copy.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The status of the copy.</summary>
    public ImageCopyStatus Status { get; internal init; }

    /// <summary>True if the copy existed before: nothing new was created, and nothing more is billed.</summary>
    public bool Reused { get; internal init; }

    /// <summary>The progress in percent: only during the copy, and not always then.</summary>
    public int? SyncPercent { get; internal init; }

    /// <summary>The size in GiB, for which the copy is billed.</summary>
    public int? SizeGB { get; internal init; }

    /// <summary>The time of the request, in UTC, by the clock of this computer.</summary>
    public TccTime? RequestedAt { get; internal init; }

    /// <summary>The time when the copy was first seen as available, in UTC, by the clock of this computer.</summary>
    public TccTime? CompletedAt { get; internal init; }

    /// <summary>The time from the request until the copy was seen as available.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>Tencent's error code, or the ID of the rule that the request breaks.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>The error message.</summary>
    public string? ErrorMessage { get; internal init; }

    /// <summary>Tencent's ID of the request, for its support.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The properties that Wait-TccImage still has to set on the copy; null if there are none.</summary>
    public TccCarryOver? CarryOver { get; internal init; }

    /// <summary>True if the image can be used in the region: the status is Completed or Source.</summary>
    public bool Ready => Status is ImageCopyStatus.Completed or ImageCopyStatus.Source;

    /// <summary>An image of the region that has the name of the copy, but is a copy of an earlier image, or older than the source; null if there is none.</summary>
    public string? StaleImageId { get; internal init; }

    /// <summary>The tag with which Wait-TccImage marks the copy; null when it must look up the source. Not kept in files.</summary>
    internal string? SourceTag { get; init; }

    /// <summary>The ID of the copy, so that a copy can be used as an image ID.</summary>
    public override string ToString() => ImageId ?? "";
}
