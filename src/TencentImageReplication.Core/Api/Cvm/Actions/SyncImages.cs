using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>SyncImages: copies one image to other regions.</summary>
    public static CvmAction<SyncImagesRequest, SyncImagesResponse> SyncImages => new(
        nameof(SyncImages),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isDryRun: request => request.DryRun == true);
}

/// <summary>
/// An image to copy and its destinations. The action has no client token, so a lost response must not lead to a retry.
/// </summary>
public sealed record SyncImagesRequest
{
    /// <summary>The image: exactly one per call.</summary>
    public required IReadOnlyList<string> ImageIds { get; init; }

    /// <summary>
    /// The regions to copy to. For a custom image, never the source region; for a shared image or an encrypted copy, only the
    /// source region.
    /// </summary>
    public required IReadOnlyList<string> DestinationRegions { get; init; }

    /// <summary>True to only check that the copy can start.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The name of the copies, at most 60 characters; the name of the source by default.</summary>
    public string? ImageName { get; init; }

    /// <summary>
    /// True to return the IDs of the copies. The service returns them at once, before the copies are complete.
    /// </summary>
    public bool? ImageSetRequired { get; init; }

    /// <summary>True to create an encrypted image, which works only inside one region.</summary>
    public bool? Encrypt { get; init; }

    /// <summary>The KMS key to encrypt with; the key of the disk service by default.</summary>
    public string? KmsKeyId { get; init; }
}

/// <summary>The copies that the service has started.</summary>
public sealed record SyncImagesResponse : CvmResponse
{
    /// <summary>
    /// One entry for each destination if <see cref="SyncImagesRequest.ImageSetRequired"/> is true; otherwise empty.
    /// </summary>
    public IReadOnlyList<SyncImage> ImageSet { get; init => field = value ?? []; } = [];
}
