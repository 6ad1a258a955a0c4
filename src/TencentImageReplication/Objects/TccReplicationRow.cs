namespace TencentImageReplication;

/// <summary>One version of a family of a replication plan in one region of one account.</summary>
/// <remarks>
/// ImageId and Region are those of the <b>copy</b>, so that a row can be piped into Wait-TccImage and New-TccInstanceFromImage.
/// </remarks>
public sealed record TccReplicationRow
{
    /// <summary>The name of the family in the plan.</summary>
    public string Family { get; internal init; } = "";

    /// <summary>The version: the name of the source image. That of the copy, when the source is gone.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>The ID of the account; null when it could not be read.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The name of the account in the plan; <c>self</c> for that of the connection.</summary>
    public string Account { get; internal init; } = "";

    /// <summary>The region of the copy.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The state.</summary>
    public TccReplicationState State { get; internal init; }

    /// <summary>The steps that are necessary; null when there is nothing to do, or nothing can be done.</summary>
    public TccReplicationAction? Action { get; internal init; }

    /// <summary>The region of the source image.</summary>
    public string SourceRegion { get; internal init; } = "";

    /// <summary>The source image of the version.</summary>
    public string SourceImageId { get; internal init; } = "";

    /// <summary>The time the source image was created, in UTC; null when it is not known.</summary>
    public TccTime? SourceCreatedTime { get; internal init; }

    /// <summary>The ID of the copy; null if there is none.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The snapshot storage in GiB that the copy is billed for; null when it is not known.</summary>
    public int? SizeGB { get; internal init; }

    /// <summary>The IDs of what uses the copy; null when nothing is known to use it.</summary>
    public string? InUseBy { get; internal init; }

    /// <summary>The reason for the state.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The result of the action; null when states were only compared.</summary>
    public TccReplicationStatus? Status { get; internal init; }

    /// <summary>The time of the request for the copy, in UTC, by the clock of this computer; null when there was none.</summary>
    public TccTime? RequestedAt { get; internal init; }

    /// <summary>The time when the copy was first seen as available, in UTC, by the clock of this computer.</summary>
    public TccTime? CompletedAt { get; internal init; }

    /// <summary>True if the image can be used in the region.</summary>
    public bool Ready { get; internal init; }

    /// <summary>Tencent's error code, or the ID of the rule that is in the way.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>The error message.</summary>
    public string? ErrorMessage { get; internal init; }

    /// <summary>Tencent's ID of the last request, for its support.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The connection to the account, for commands that the row is piped into; null when it could not be opened. No file keeps it.</summary>
    internal TccContext? Context { get; init; }

    /// <summary>The ID of the copy, so that a row can be used as an image ID.</summary>
    public override string ToString() => ImageId ?? "";
}
