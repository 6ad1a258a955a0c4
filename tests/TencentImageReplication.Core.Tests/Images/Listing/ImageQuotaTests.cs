using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Listing;

public sealed class ImageQuotaTests
{
    private readonly CopyWorld _world = new();

    [Fact]
    public async Task The_quota_counts_the_custom_images_only()
    {
        _world.AddImages(3, index => $"image-{index}", "ap-beijing");
        _world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "lent",
            Region = "ap-beijing",
            AccountId = SimulatedWorld.Partner.AccountId,
            SharedWith = [SimulatedWorld.Owner.AccountId],
        });

        var quota = Assert.Single(await QuotasAsync("ap-beijing"));

        Assert.Equal((_world.Cloud.Options.ImageQuota, 3L), (quota.Quota, quota.Used));
        Assert.Equal((1, 1), (_world.CallsOf("DescribeImageQuota"), _world.CallsOf("DescribeImages")));
    }

    [Theory]
    [InlineData("DescribeImageQuota")]
    [InlineData("DescribeImages")]
    public async Task A_quota_that_cannot_be_read_is_an_error(string action)
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action });

        Assert.Equal(action, (await Assert.ThrowsAsync<TencentCloudException>(() => QuotasAsync("ap-beijing"))).Action);
    }

    private Task<List<ImageQuota>> QuotasAsync(string region) => _world.Time.RunAsync(async () =>
    {
        var found = new List<ImageQuota>();
        await foreach (var quota in ImageQuota.ListAsync(_world.Client, region, CancellationToken.None))
            found.Add(quota);
        return found;
    });
}
