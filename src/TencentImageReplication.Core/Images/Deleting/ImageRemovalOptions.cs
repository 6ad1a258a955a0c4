namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>How images are to be deleted.</summary>
public sealed class ImageRemovalOptions
{
    /// <summary>Whether to delete their snapshots too.</summary>
    public bool IncludeSnapshots { get; init; }

    /// <summary>Whether to take them back first from the accounts that they are shared with.</summary>
    public bool Unshare { get; init; }

    /// <summary>Asks whether an image may be deleted; for one image at a time, in their order.</summary>
    public required Func<ImageRemovalPlan, Task<bool>> ConfirmAsync { get; init; }
}
