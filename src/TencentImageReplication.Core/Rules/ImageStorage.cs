using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Rules;

/// <summary>The snapshot storage of an image.</summary>
public static class ImageStorage
{
    /// <summary>
    /// Returns the size of all snapshots in GiB, by which an image and each of its copies is billed. Tencent's ImageSize, the size
    /// of the system disk, stands in when the service returns no snapshots: for shared images, and for copies in progress.
    /// </summary>
    public static long? BilledSizeGB(Image image) => image.SnapshotSet.Count > 0
        ? image.SnapshotSet.Sum(snapshot => snapshot.DiskSize ?? 0)
        : image.ImageSize;
}
