using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Tests.Images;

namespace TencentImageReplication.Core.Tests.Lookup;

public sealed class LookupCacheTests
{
    private readonly CopyWorld _world = new();
    private readonly LookupCache<int> _cache;
    private int _requests;

    public LookupCacheTests() => _cache = new LookupCache<int>(_world.Time);

    [Fact]
    public async Task A_list_is_cached_for_a_minute()
    {
        Assert.Equal([1], await ReadAsync());
        _world.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal([1], await ReadAsync());

        _world.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([2], await ReadAsync());
    }

    [Fact]
    public async Task Each_key_has_a_list_of_its_own_whatever_its_case()
    {
        Assert.Equal([1], await ReadAsync("ap-beijing"));
        Assert.Equal([2], await ReadAsync("ap-shanghai"));
        Assert.Equal([1], await ReadAsync("AP-BEIJING"));
    }

    [Fact]
    public async Task After_a_failure_the_items_so_far_are_returned_and_the_service_is_left_alone_for_ten_seconds()
    {
        Assert.Equal([1], await ReadAsync(fails: true));
        _world.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal([1], await ReadAsync());

        _world.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([2], await ReadAsync());
    }

    [Fact]
    public async Task An_older_complete_list_is_better_than_a_new_incomplete_one()
    {
        await ReadAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([1], await ReadAsync(fails: true));
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([3], await ReadAsync());
    }

    [Fact]
    public async Task A_list_that_never_ends_is_abandoned_when_the_time_is_over()
    {
        var items = await _world.Time.RunAsync(async () =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), _world.Time);
            return await _cache.ReadAsync("key", _ => EndlessAsync(), limit.Token);
        });

        Assert.Equal([7], items);
        Assert.Equal([7], await ReadAsync());

        // Not for as long as a complete list.
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([1], await ReadAsync());
    }

    [Fact]
    public async Task Items_of_an_incomplete_list_are_better_than_none()
    {
        Assert.Empty(await _world.Time.RunAsync(() => _cache.ReadAsync("key", _ => EmptyAsync(), CancellationToken.None)));
        _world.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([1], await ReadAsync(fails: true));
    }

    private Task<IReadOnlyList<int>> ReadAsync(string key = "key", bool fails = false) =>
        _world.Time.RunAsync(() => _cache.ReadAsync(key, _ => ListAsync(fails), CancellationToken.None));

    private async IAsyncEnumerable<int> ListAsync(bool fails)
    {
        await Task.CompletedTask;
        yield return ++_requests;
        if (fails)
            throw new InvalidOperationException("The connection is lost.");
    }

    private static async IAsyncEnumerable<int> EmptyAsync()
    {
        await Task.CompletedTask;
        yield break;
    }

    private async IAsyncEnumerable<int> EndlessAsync()
    {
        yield return 7;
        await Task.Delay(TimeSpan.FromHours(1), _world.Time);
        yield return 8;
    }
}
