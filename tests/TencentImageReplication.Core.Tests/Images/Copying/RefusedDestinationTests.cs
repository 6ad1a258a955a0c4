using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>A destination that is refused fails alone, although a refusal concerns the whole request.</summary>
public sealed class RefusedDestinationTests
{
    [Theory]
    [InlineData("UnauthorizedOperation")]
    [InlineData("UnauthorizedOperation.CamNoAuth")]
    [InlineData("AuthFailure.UnauthorizedOperation")]
    [InlineData("UnsupportedOperation.Region")]
    [InlineData("ImageQuotaLimitExceeded")]
    [InlineData("LimitExceeded.SnapshotQuota")]
    [InlineData("InvalidRegion.NotFound")]
    [InlineData("SomethingNew")]
    [InlineData("InternalError")]
    [InlineData("InternalServerError")]
    public async Task The_other_destinations_are_copied(string code)
    {
        var world = new CopyWorld(between: inner => new RefusingHandler(inner, "ap-beijing", code));

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing", "ap-chengdu"));

        Assert.Equal(3, rows.Count);
        var failed = Assert.Single(rows, row => row.Status == ImageCopyStatus.Failed);
        Assert.Equal(("ap-beijing", code, "req-refused"), (failed.Region, ((TencentCloudException)failed.Error!).Code, failed.RequestId));
        Assert.All(rows.Where(row => row != failed), row => Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn(row.Region)).ImageId));
    }

    [Theory]
    [InlineData("UnauthorizedOperation")]
    [InlineData("InternalError")]
    public async Task A_dry_run_tells_which_destination_is_refused(string code)
    {
        var world = new CopyWorld(between: inner => new RefusingHandler(inner, "ap-beijing", code));

        var rows = await world.CopyAsync(world.Options(dryRun: true), Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing", "ap-chengdu"));

        Assert.Equal("ap-beijing", Assert.Single(rows, row => row.Status == ImageCopyStatus.Failed).Region);
        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.DryRunPassed));
    }
}
