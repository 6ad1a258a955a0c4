using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class ImageStorageTests
{
    [Fact]
    public void All_snapshots_are_billed()
    {
        var image = new Image { ImageSize = 100, SnapshotSet = [new Snapshot { DiskSize = 100 }, new Snapshot { DiskSize = 200 }, new Snapshot()] };

        Assert.Equal(300, ImageStorage.BilledSizeGB(image));
    }

    [Fact]
    public void Without_snapshots_the_size_of_the_image_is_told()
    {
        Assert.Equal(100, ImageStorage.BilledSizeGB(new Image { ImageSize = 100 }));
        Assert.Null(ImageStorage.BilledSizeGB(new Image()));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99999999999)]
    [InlineData(long.MaxValue)]
    public void A_number_that_cannot_be_a_size_is_unknown(long size)
    {
        Assert.Null(ImageStorage.BilledSizeGB(new Image { ImageSize = size }));
        Assert.Null(ImageStorage.BilledSizeGB(new Image { SnapshotSet = [new Snapshot { DiskSize = size }, new Snapshot { DiskSize = size }] }));
    }

    [Fact]
    public void A_sum_that_cannot_be_a_size_is_unknown() => Assert.Null(ImageStorage.BilledSizeGB(
        new Image { SnapshotSet = [new Snapshot { DiskSize = int.MaxValue }, new Snapshot { DiskSize = int.MaxValue }] }));
}
