using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>SyncImages: copies one image to other regions.</summary>
    public static CvmAction<SyncImagesRequest, SyncImagesResponse> SyncImages { get; } = new(
        nameof(SyncImages),
        new(
            static () => CvmRequestJsonContext.Default.SyncImagesRequest,
            static () => CvmResponseJsonContext.Default.SyncImagesResponse),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isTrial: request => request.DryRun == true);
}

/// <summary>
/// Which image to copy, and where to. There is no client token: a lost answer must not lead to a repeat.
/// </summary>
public sealed record SyncImagesRequest
{
    /// <summary>The image: exactly one per call.</summary>
    public required IReadOnlyList<string> ImageIds { get; init; }

    /// <summary>
    /// The regions to copy to. Never the source's own for a custom image; exactly that one for a shared or an
    /// encrypting copy.
    /// </summary>
    public required IReadOnlyList<string> DestinationRegions { get; init; }

    /// <summary>Whether only to check that the copy could start.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The copies' name, at most 60 characters; the source's when not given.</summary>
    public string? ImageName { get; init; }

    /// <summary>
    /// Whether to answer the IDs of the copies. They are answered at once, while the copies are being made.
    /// </summary>
    public bool? ImageSetRequired { get; init; }

    /// <summary>Whether to make an encrypted image, which goes inside one region only.</summary>
    public bool? Encrypt { get; init; }

    /// <summary>The key to encrypt with; the key of the disk service when not given.</summary>
    public string? KmsKeyId { get; init; }
}

/// <summary>The copies that have been started.</summary>
public sealed record SyncImagesResponse : CvmResponse
{
    /// <summary>
    /// One per destination, if <see cref="SyncImagesRequest.ImageSetRequired"/> was set; empty otherwise.
    /// </summary>
    public IReadOnlyList<SyncImage> ImageSet { get; init => field = value ?? []; } = [];
}
