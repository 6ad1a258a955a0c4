using TencentImageReplication.Core.Images.Usage;

namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>Options for deleting images.</summary>
public sealed class ImageRemovalOptions
{
    /// <summary>True to delete the snapshots too.</summary>
    public bool IncludeSnapshots { get; init; }

    /// <summary>True to stop sharing the images first.</summary>
    public bool Unshare { get; init; }

    /// <summary>Reads the uses of the images, so that an image that is in use is not deleted; null deletes it anyway.</summary>
    public ImageUsageReader? Usage { get; init; }

    /// <summary>Asks for confirmation, for one image at a time, in order.</summary>
    public required Func<ImageRemovalPlan, Task<bool>> ConfirmAsync { get; init; }
}
