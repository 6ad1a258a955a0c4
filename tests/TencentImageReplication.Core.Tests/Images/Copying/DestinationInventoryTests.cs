using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Images.Copying;

public sealed class DestinationInventoryTests
{
    private const string Region = "ap-beijing";

    private readonly CopyWorld _world = new();
    private readonly DestinationInventory _inventory;

    public DestinationInventoryTests() => _inventory = new DestinationInventory(_world.Client, new RegionProgress(_world.Time), new SteadyClock(_world.Time));

    [Fact]
    public async Task Only_images_with_exactly_this_name_are_found()
    {
        var image = _world.AddImages(1, _ => "golden", Region)[0];
        _world.AddImages(2, index => $"golden-{index}", Region);

        await LoadAsync("golden", "other");

        Assert.Equal([image.ImageId], Found("golden"));
        Assert.Empty(Found("other"));
        // Not loaded, though the service has returned it.
        Assert.Empty(Found("golden-0"));
        Assert.Empty(_inventory.Find("ap-shanghai", "golden"));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(20, 4)]
    [InlineData(21, 1)]
    public async Task Few_names_are_filtered_five_at_a_time_and_many_are_listed_at_once(int names, int requests)
    {
        _world.AddImages(30, index => $"name-{index:00}", Region);

        await LoadAsync([.. Enumerable.Range(0, names).Select(index => $"name-{index:00}")]);

        Assert.Equal(requests, _world.CallsOf("DescribeImages"));
        Assert.All(Enumerable.Range(0, names), index => Assert.Single(Found($"name-{index:00}")));
        Assert.Equal(names > 20 ? 1 : 0, Found("name-29").Count());
    }

    [Fact]
    public async Task What_is_loaded_is_not_loaded_again()
    {
        await LoadAsync("one", "two");
        await LoadAsync("two", "two");
        Assert.Equal(1, _world.CallsOf("DescribeImages"));

        await LoadAsync("two", "three");
        Assert.Equal(2, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task Once_the_whole_list_is_loaded_every_name_is_known()
    {
        await LoadAsync(ManyNames());
        var since = _world.Time.GetUtcNow();
        _world.Time.Advance(TimeSpan.FromMinutes(1));

        await LoadAsync("another");

        Assert.Equal(1, _world.CallsOf("DescribeImages"));
        Assert.Equal((since, since), (_inventory.KnownSince(Region, "another"), _inventory.KnownSince(Region, "name-00")));
    }

    [Fact]
    public async Task A_name_is_known_since_its_own_request()
    {
        var start = _world.Time.GetUtcNow();
        await LoadAsync("one");
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        await LoadAsync("one", "two");

        Assert.Equal(start, _inventory.KnownSince(Region, "one"));
        Assert.Equal(start + TimeSpan.FromMinutes(1), _inventory.KnownSince(Region, "two"));
        Assert.Equal(DateTimeOffset.MinValue, _inventory.KnownSince(Region, "three"));
    }

    [Fact]
    public async Task A_failed_request_leaves_the_names_unknown()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages" });

        await Assert.ThrowsAsync<TencentCloudException>(() => LoadAsync("golden"));
        Assert.Equal(DateTimeOffset.MinValue, _inventory.KnownSince(Region, "golden"));

        _world.AddImages(1, _ => "golden", Region);
        await LoadAsync("golden");
        Assert.Single(Found("golden"));
    }

    [Fact]
    public void An_image_is_claimed_once_in_its_region()
    {
        Assert.False(_inventory.IsClaimed(Region, "img-1"));
        Assert.True(_inventory.TryClaim(Region, "img-1"));
        Assert.False(_inventory.TryClaim(Region.ToUpperInvariant(), "img-1"));
        Assert.True(_inventory.IsClaimed(Region, "img-1"));
        Assert.True(_inventory.TryClaim("ap-shanghai", "img-1"));
    }

    [Fact]
    public async Task Current_data_is_read_by_name_and_does_not_change_what_was_loaded()
    {
        await LoadAsync("golden");
        var image = _world.AddImages(1, _ => "golden", Region)[0];
        _world.AddImages(1, _ => "golden-2", Region);

        Assert.Equal([image.ImageId], await ReadAsync("golden", null));
        Assert.Equal([image.ImageId], await ReadAsync("golden", TimeSpan.FromSeconds(30)));
        Assert.Empty(Found("golden"));
        Assert.Equal(3, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task With_many_names_all_readers_share_one_list_of_the_region()
    {
        await LoadAsync(ManyNames());
        var image = _world.AddImages(1, _ => "golden", Region)[0];

        Assert.Equal([image.ImageId], await ReadAsync("golden", TimeSpan.FromSeconds(30)));
        _world.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await ReadAsync("another", TimeSpan.FromSeconds(30)));
        Assert.Equal(2, _world.CallsOf("DescribeImages"));

        _world.Time.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync("another", TimeSpan.FromSeconds(30));
        Assert.Equal(3, _world.CallsOf("DescribeImages"));

        await ReadAsync("another", null);
        Assert.Equal(4, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task A_shared_list_that_failed_is_read_again()
    {
        await LoadAsync(ManyNames());
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages" });

        await Assert.ThrowsAsync<TencentCloudException>(() => ReadAsync("name-00", TimeSpan.FromSeconds(30)));
        Assert.Empty(await ReadAsync("name-00", TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_very_long_list_is_read_by_name_instead()
    {
        _world.Cloud.Options.ImageQuota = 3000;
        _world.AddImages(2001, index => $"filler-{index}", Region);
        await LoadAsync(ManyNames());
        var before = _world.CallsOf("DescribeImages");

        await ReadAsync("name-00", TimeSpan.FromSeconds(30));

        Assert.Equal(before + 1, _world.CallsOf("DescribeImages"));
    }

    private static string[] ManyNames() => [.. Enumerable.Range(0, 21).Select(index => $"name-{index:00}")];

    private IEnumerable<string> Found(string name) => _inventory.Find(Region, name).Select(image => image.ImageId);

    private Task LoadAsync(params string[] names) => _world.Time.RunAsync(() => _inventory.LoadAsync(Region, names, CancellationToken.None));

    private async Task<IEnumerable<string>> ReadAsync(string name, TimeSpan? maxAge) =>
        (await _world.Time.RunAsync(() => _inventory.ReadCurrentAsync(Region, name, maxAge, CancellationToken.None))).Select(image => image.ImageId);
}
