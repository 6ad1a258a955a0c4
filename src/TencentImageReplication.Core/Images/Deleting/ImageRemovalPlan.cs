using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>An image that is about to be deleted, for a person to confirm.</summary>
/// <param name="Image">The image.</param>
/// <param name="Region">The region it is in.</param>
/// <param name="IncludesSnapshots">True when its snapshots are deleted too.</param>
/// <param name="AccountsToUnshare">The number of accounts that lose access first.</param>
public sealed record ImageRemovalPlan(Image Image, string Region, bool IncludesSnapshots, int AccountsToUnshare)
{
    /// <summary>The size of its snapshots in GiB, or of the image where the service lists no snapshots.</summary>
    public long SnapshotSizeGB => ImageStorage.BilledSizeGB(Image) ?? 0;
}
