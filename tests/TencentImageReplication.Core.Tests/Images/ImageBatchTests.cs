using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Images;

public sealed class ImageBatchTests
{
    private readonly CopyWorld _world = new();
    private readonly List<string> _emitted = [];
    private readonly List<string> _failed = [];

    [Fact]
    public async Task Results_come_in_the_order_of_the_images_however_long_each_takes()
    {
        var images = Add(3);

        await RunAsync(images, async image => await Task.Delay(TimeSpan.FromSeconds(10 - images.IndexOf(image)), _world.Time));

        Assert.Equal(images.Select(image => image.ImageId), _emitted);
        Assert.Equal(1, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task At_most_ten_images_are_processed_at_the_same_time()
    {
        var (running, most) = (0, 0);

        await RunAsync(Add(25), async _ =>
        {
            most = Math.Max(most, ++running);
            await Task.Delay(TimeSpan.FromSeconds(1), _world.Time);
            running--;
        });

        Assert.Equal((10, 25), (most, _emitted.Count));
    }

    [Fact]
    public async Task A_failed_image_does_not_affect_the_others()
    {
        var images = Add(3);
        images.Insert(1, new ImageRef("img-unknown1", CopyWorld.Source));

        await RunAsync(images, image => image == images[2]
            ? throw new TencentCloudException(TencentCloudErrorKind.Service, "Refused", "", "Action")
            : Task.CompletedTask);

        Assert.Equal([images[0].ImageId, images[3].ImageId], _emitted);
        Assert.Equal(["img-unknown1 ImageNotFound", $"{images[2].ImageId} Refused"], _failed);
    }

    [Fact]
    public async Task A_region_without_a_response_fails_only_its_own_images()
    {
        var images = Add(1);
        images.Add(new ImageRef("img-elsewhere", "ap-beijing"));
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = "ap-beijing" });

        await RunAsync(images, _ => Task.CompletedTask);

        Assert.Equal([images[0].ImageId], _emitted);
        Assert.Equal(["img-elsewhere UnauthorizedOperation"], _failed);
    }

    [Fact]
    public async Task A_slow_region_does_not_delay_the_results_of_another()
    {
        List<ImageRef> images =
        [
            .. _world.AddImages(12, index => $"slow-{index}", "ap-beijing").Select(image => new ImageRef(image.ImageId, "ap-beijing")),
            .. Add(2),
        ];
        var ended = new Dictionary<string, TimeSpan>();

        await RunAsync(images, async image =>
        {
            await Task.Delay(image.Region == "ap-beijing" ? TimeSpan.FromMinutes(4) : TimeSpan.FromSeconds(1), _world.Time);
            ended[image.ImageId] = _world.Time.Elapsed;
        });

        Assert.Equal([images[12].ImageId, images[13].ImageId, .. images.Take(12).Select(image => image.ImageId)], _emitted);
        Assert.True(ended[images[13].ImageId] < TimeSpan.FromSeconds(10), $"{ended[images[13].ImageId]}");
    }

    [Fact]
    public async Task Another_error_ends_the_batch() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(Add(2), _ => throw new InvalidOperationException("A bug.")));

    private List<ImageRef> Add(int count) =>
        [.. _world.AddImages(count, index => $"image-{index}").Select(image => new ImageRef(image.ImageId, image.Region))];

    private Task RunAsync(List<ImageRef> images, Func<ImageRef, Task> work) => _world.Time.RunAsync(() => ImageBatch.RunAsync(
        _world.Client,
        images,
        async (image, described, _) =>
        {
            Assert.Equal(image.ImageId, described.ImageId);
            await work(image);
            return image.ImageId;
        },
        (_, result) => _emitted.Add(result),
        (image, failure) => _failed.Add($"{image.ImageId} {(failure as TencentCloudException)?.Code ?? ((RuleViolationException)failure).Violation.Id}"),
        CancellationToken.None));
}
