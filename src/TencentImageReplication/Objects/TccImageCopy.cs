namespace TencentImageReplication;

/// <summary>A copy of an image to one destination: one row of the report.</summary>
/// <remarks>
/// ImageId and Region are those of the <b>destination</b>, so that a copy flows into Wait-TccImage and
/// New-TccInstanceFromImage as it is.
/// </remarks>
public sealed record TccImageCopy
{
    /// <summary>The name of the copy.</summary>
    public string ImageName { get; internal init; } = "";

    /// <summary>The image that was copied.</summary>
    public string SourceImageId { get; internal init; } = "";

    /// <summary>The region that it was copied from.</summary>
    public string SourceRegion { get; internal init; } = "";

    /// <summary>The ID of the copy; null when there is none.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The region of the copy.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>How far the copy has come.</summary>
    public ImageCopyStatus Status { get; internal init; }

    /// <summary>Whether the copy was there before: nothing new was made, and nothing more is billed.</summary>
    public bool Reused { get; internal init; }

    /// <summary>How much has been copied, in percent: only while it is being copied, and not always then.</summary>
    public int? SyncPercent { get; internal init; }

    /// <summary>Size in GiB, which is what the copy is billed for.</summary>
    public int? SizeGB { get; internal init; }

    /// <summary>When the copy was asked for, in UTC, by this computer's clock.</summary>
    public DateTime? RequestedAt { get; internal init; }

    /// <summary>When the copy was first seen to be ready, in UTC, by this computer's clock.</summary>
    public DateTime? CompletedAt { get; internal init; }

    /// <summary>From the request to the end, as far as it was watched.</summary>
    public TimeSpan? Duration { get; internal init; }

    /// <summary>Tencent's error code, or the ID of the rule that the request would have broken.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>What went wrong, for people.</summary>
    public string? ErrorMessage { get; internal init; }

    /// <summary>Tencent's ID of the request, which its support asks for.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>What Wait-TccImage has still to set on the copy; null when there is nothing.</summary>
    public TccCarryOver? CarryOver { get; internal init; }

    /// <summary>The ID of the copy, so that a copy can be given where an image ID is asked for.</summary>
    public override string ToString() => ImageId ?? "";
}
