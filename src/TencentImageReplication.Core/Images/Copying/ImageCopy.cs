using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The request and result of one copy of one image to one region.</summary>
public sealed record ImageCopy
{
    /// <summary>The name of the copy; null when the source is not known and no name was given.</summary>
    public string? ImageName { get; init; }

    /// <summary>The source image.</summary>
    public required string SourceImageId { get; init; }

    /// <summary>The region of the source image.</summary>
    public required string SourceRegion { get; init; }

    /// <summary>The ID of the copy, once the service has returned it.</summary>
    public string? ImageId { get; init; }

    /// <summary>The region of the copy.</summary>
    public required string Region { get; init; }

    /// <summary>The status of the copy.</summary>
    public ImageCopyStatus Status { get; init; }

    /// <summary>True when the copy already existed and nothing was requested.</summary>
    public bool Reused { get; init; }

    /// <summary>The size of all snapshots of the image in GiB, by which the copy is billed.</summary>
    public long? SizeGB { get; init; }

    /// <summary>The time of the request; null when there was none.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The time when the copy was first seen as available or failed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The attributes that the copy still gets from its source once it is available.</summary>
    public CarriedAttributes CarryOver { get; init; }

    /// <summary>The mark that the copy still gets; null when it has one, or must not have one.</summary>
    public SourceMark? Mark { get; init; }

    /// <summary>The ID of the request that started the copy or was refused.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// An image of the destination that has the name of the copy, but is older than the source or a copy of an earlier image of that
    /// name; null when there is none.
    /// </summary>
    public string? StaleImageId { get; init; }

    /// <summary>The error when there is no copy: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>.</summary>
    public Exception? Error { get; init; }
}
