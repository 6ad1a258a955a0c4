using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Images.Usage;

public sealed class RegionUsageReaderTests
{
    private readonly CopyWorld _world = new();

    [Fact]
    public async Task Without_ids_the_custom_images_of_the_region_are_read()
    {
        var region = Assert.Single(await ReadAsync(imageIds: null));

        Assert.Equal(4, region.Images.Count);
        Assert.Contains(region.Images, image => image.ImageId == SimulatedWorld.WebImageId);
        Assert.Equal((SimulatedWorld.Owner.AccountId, CopyWorld.Source), (region.AccountId, region.Usage.Region));
    }

    [Fact]
    public async Task The_images_of_ids_are_read_and_unknown_ones_are_missing() => Assert.Equal(
        [SimulatedWorld.WebImageId],
        Assert.Single(await ReadAsync([SimulatedWorld.WebImageId, "img-unknown1"])).Images.Select(image => image.ImageId));

    [Fact]
    public async Task Images_that_cannot_be_read_are_an_error()
    {
        _world.Cloud.Faults.Add(Refusal("DescribeImages"));

        await Assert.ThrowsAsync<TencentCloudException>(() => ReadAsync(imageIds: null));
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_is_one_warning()
    {
        _world.Cloud.Faults.Add(Refusal("GetCallerIdentity"));

        var regions = await ReadAsync(imageIds: null, "ap-guangzhou", "ap-beijing");

        Assert.All(regions, region => Assert.Null(region.AccountId));
        Assert.Contains("sts:GetCallerIdentity", Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_is_read_once()
    {
        await ReadAsync(imageIds: null, "ap-guangzhou", "ap-beijing", "ap-shanghai");

        Assert.Equal(1, _world.CallsOf("GetCallerIdentity"));
    }

    private static FaultRule Refusal(string action) =>
        new(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action, Times = int.MaxValue };

    private Task<List<RegionUsage>> ReadAsync(string[]? imageIds, params string[] regions) => _world.Time.RunAsync(async () =>
    {
        var reader = new RegionUsageReader(_world.Client, new ImageUsageReader(_world.Client, _world.AutoScaling), _world.Account, _world.Log);
        var read = new List<RegionUsage>();
        foreach (var region in regions.DefaultIfEmpty(CopyWorld.Source))
        {
            await foreach (var usage in reader.ListAsync(region, imageIds, CancellationToken.None))
                read.Add(usage);
        }

        return read;
    });
}
