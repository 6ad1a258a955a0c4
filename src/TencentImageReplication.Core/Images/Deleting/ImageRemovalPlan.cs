using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>What is about to be deleted, for a person to confirm.</summary>
/// <param name="Image">The image.</param>
/// <param name="Region">The region it is in.</param>
/// <param name="IncludesSnapshots">Whether its snapshots go with it.</param>
/// <param name="UnsharedFrom">The number of accounts that it is taken back from first.</param>
public sealed record ImageRemovalPlan(Image Image, string Region, bool IncludesSnapshots, int UnsharedFrom)
{
    /// <summary>The size of its snapshots in GiB: of its disks, where the service tells them.</summary>
    public long SnapshotSizeGB => Image.SnapshotSet.Count > 0 ? Image.SnapshotSet.Sum(snapshot => snapshot.DiskSize ?? 0) : Image.ImageSize ?? 0;
}
