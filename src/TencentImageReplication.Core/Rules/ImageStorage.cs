using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Rules;

/// <summary>The snapshot storage of an image.</summary>
public static class ImageStorage
{
    /// <summary>
    /// Returns the size of all snapshots in GiB, by which an image and each of its copies is billed. Tencent's ImageSize, the size
    /// of the system disk, stands in when the service returns no snapshots: for shared images, and for copies in progress.
    /// Null for a number that cannot be a size.
    /// </summary>
    public static long? BilledSizeGB(Image image)
    {
        if (image.SnapshotSet.Count == 0)
            return Possible(image.ImageSize);
        long size = 0;
        foreach (var snapshot in image.SnapshotSet)
        {
            if (snapshot.DiskSize is null)
                continue;
            if (Possible(snapshot.DiskSize) is not { } disk)
                return null;
            size += disk;
        }

        return Possible(size);
    }

    // Sizes are emitted as 32-bit numbers.
    private static long? Possible(long? size) => size is >= 0 and <= int.MaxValue ? size : null;
}
