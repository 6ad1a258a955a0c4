using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DeleteImages: deletes custom images.</summary>
    /// <remarks>The documentation does not state the rate; this one is inferred.</remarks>
    public static CvmAction<DeleteImagesRequest, DeleteImagesResponse> DeleteImages => new(
        nameof(DeleteImages),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isDryRun: request => request.DryRun == true);
}

/// <summary>The images to delete. If one image cannot be deleted, the whole request fails.</summary>
public sealed record DeleteImagesRequest
{
    /// <summary>The images: owned by the account, not shared with any account, and not being created, copied or imported.</summary>
    public required IReadOnlyList<string> ImageIds { get; init; }

    /// <summary>True to delete their snapshots too; otherwise the snapshots stay and continue to cost.</summary>
    public bool? DeleteBindedSnap { get; init; }

    /// <summary>True to only check that the images can be deleted.</summary>
    public bool? DryRun { get; init; }
}

/// <summary>The response to a deletion: the images are deleted.</summary>
public sealed record DeleteImagesResponse : CvmResponse;
