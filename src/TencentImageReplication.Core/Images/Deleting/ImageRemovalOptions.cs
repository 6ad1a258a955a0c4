namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>Options for deleting images.</summary>
public sealed class ImageRemovalOptions
{
    /// <summary>True to delete the snapshots too.</summary>
    public bool IncludeSnapshots { get; init; }

    /// <summary>True to stop sharing the images first.</summary>
    public bool Unshare { get; init; }

    /// <summary>Asks for confirmation, for one image at a time, in order.</summary>
    public required Func<ImageRemovalPlan, Task<bool>> ConfirmAsync { get; init; }
}
