using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>One copy of one image to one region: what was asked for, and what came of it.</summary>
public sealed record ImageCopy
{
    /// <summary>The name of the copy; null where the source is not known and no name was given.</summary>
    public string? ImageName { get; init; }

    /// <summary>The image that is copied.</summary>
    public required string SourceImageId { get; init; }

    /// <summary>The region of the image that is copied.</summary>
    public required string SourceRegion { get; init; }

    /// <summary>The ID of the copy, as soon as the service has named it.</summary>
    public string? ImageId { get; init; }

    /// <summary>The region of the copy.</summary>
    public required string Region { get; init; }

    /// <summary>How far the copy is.</summary>
    public ImageCopyStatus Status { get; init; }

    /// <summary>Whether the copy was there before, so that nothing was requested.</summary>
    public bool Reused { get; init; }

    /// <summary>The size of the image in GiB, which the copy's snapshots are billed by.</summary>
    public long? SizeGB { get; init; }

    /// <summary>When the copy was requested; null when it was not.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>When the copy was first seen to be ready, or to have failed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What the copy is still to get from its source once it is ready.</summary>
    public CarriedAttributes CarryOver { get; init; }

    /// <summary>The request ID of the call that asked for the copy or refused it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why there is no copy: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>.</summary>
    public Exception? Error { get; init; }
}
