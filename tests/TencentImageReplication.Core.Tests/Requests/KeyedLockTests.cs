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

    [Fact]
    public async Task A_key_that_somebody_waits_for_is_not_given_to_a_third()
    {
        var first = await _lock.EnterAsync("a", CancellationToken.None);
        var second = _lock.EnterAsync("a", CancellationToken.None);
        first.Dispose();
        var held = await second;

        var third = _lock.EnterAsync("a", CancellationToken.None);
        Assert.False(third.IsCompleted);

        held.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Several_keys_are_held_together_each_once()
    {
        var both = await _lock.EnterAllAsync(["b", "a", "b"], CancellationToken.None);
        var one = _lock.EnterAsync("a", CancellationToken.None);
        var other = _lock.EnterAsync("b", CancellationToken.None);
        Assert.False(one.IsCompleted || other.IsCompleted);

        both.Dispose();

        (await one).Dispose();
        (await other).Dispose();
    }

    [Fact]
    public async Task Several_keys_are_taken_in_their_order_whatever_that_of_the_caller()
    {
        var first = await _lock.EnterAsync("a", CancellationToken.None);
        var both = _lock.EnterAllAsync(["b", "a"], CancellationToken.None);
        // The second key is free as long as the first is not.
        var second = _lock.EnterAsync("b", CancellationToken.None);
        Assert.True(second.IsCompletedSuccessfully);

        (await second).Dispose();
        first.Dispose();
        (await both).Dispose();
    }

    [Fact]
    public async Task A_cancelled_wait_for_several_keys_gives_back_those_it_has()
    {
        using var stop = new CancellationTokenSource();
        var second = await _lock.EnterAsync("b", CancellationToken.None);
        var both = _lock.EnterAllAsync(["a", "b"], stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => both);

        Assert.True(_lock.EnterAsync("a", CancellationToken.None).IsCompletedSuccessfully);
        second.Dispose();
    }
}
