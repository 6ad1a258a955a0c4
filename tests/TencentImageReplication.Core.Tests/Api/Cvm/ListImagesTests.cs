using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

public sealed class ListImagesTests
{
    private readonly CopyWorld _world = new();

    [Fact]
    public async Task The_images_that_exist_come_in_the_order_of_the_ids()
    {
        var added = _world.AddImages(2, index => $"image-{index}");

        Assert.Equal(
            [added[1].ImageId, SimulatedWorld.WebImageId, added[0].ImageId],
            await ListAsync([added[1].ImageId, "img-unknown1", SimulatedWorld.WebImageId, added[0].ImageId]));
    }

    [Fact]
    public async Task Images_of_another_region_are_not_among_them() =>
        Assert.Empty(await ListAsync([_world.AddImages(1, _ => "elsewhere", "ap-beijing")[0].ImageId]));

    private Task<List<string>> ListAsync(string[] imageIds) => _world.Time.RunAsync(async () =>
    {
        var found = new List<string>();
        await foreach (var image in _world.Client.ListImagesAsync(CopyWorld.Source, imageIds, CancellationToken.None))
            found.Add(image.ImageId);
        return found;
    });
}
