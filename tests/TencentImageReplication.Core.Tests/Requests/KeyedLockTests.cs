using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class KeyedLockTests
{
    private readonly KeyedLock _lock = new();

    [Fact]
    public async Task A_key_is_held_by_one_at_a_time()
    {
        var first = await _lock.EnterAsync("a", CancellationToken.None);
        var second = _lock.EnterAsync("a", CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
        (await _lock.EnterAsync("a", CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Other_keys_are_independent()
    {
        using var first = await _lock.EnterAsync("a", CancellationToken.None);
        using var second = await _lock.EnterAsync("A", CancellationToken.None);
    }

    [Fact]
    public async Task A_cancelled_wait_does_not_hold_the_key()
    {
        using var stop = new CancellationTokenSource();
        var first = await _lock.EnterAsync("a", CancellationToken.None);
        var cancelled = _lock.EnterAsync("a", stop.Token);
        var third = _lock.EnterAsync("a", CancellationToken.None);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(third.IsCompleted);
        first.Dispose();

        (await third).Dispose();
    }
}
