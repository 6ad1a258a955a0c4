using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DeleteImages: deletes custom images.</summary>
    /// <remarks>The rate is inferred: the documentation does not tell it.</remarks>
    public static CvmAction<DeleteImagesRequest, DeleteImagesResponse> DeleteImages { get; } = new(
        nameof(DeleteImages),
        new(
            static () => CvmRequestJsonContext.Default.DeleteImagesRequest,
            static () => CvmResponseJsonContext.Default.DeleteImagesResponse),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isTrial: request => request.DryRun == true);
}

/// <summary>Which images. One that cannot be deleted keeps the others with it.</summary>
public sealed record DeleteImagesRequest
{
    /// <summary>The images: the account's own, not shared with anybody, and not being made, copied or imported.</summary>
    public required IReadOnlyList<string> ImageIds { get; init; }

    /// <summary>Whether to delete their snapshots too; otherwise these stay, and go on costing.</summary>
    public bool? DeleteBindedSnap { get; init; }

    /// <summary>Whether only to check that the images could be deleted.</summary>
    public bool? DryRun { get; init; }
}

/// <summary>The images are gone.</summary>
public sealed record DeleteImagesResponse : CvmResponse;
