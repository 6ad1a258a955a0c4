using CsCheck;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Tests.Transport.RateLimiting;

public sealed class SlidingWindowRateLimiterTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_window_full_starts_at_once_and_the_rest_when_the_window_has_moved_on()
    {
        var clock = new VirtualClock();
        using var pacer = new SlidingWindowRateLimiter(10, Second, clock);

        var turns = Enumerable.Range(0, 25).Select(_ => clock.Begin(() => pacer.AcquireAsync(1).AsTask())).ToList();

        Assert.Equal(10, turns.Count(t => t.IsCompleted));
        clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Assert.Equal(10, turns.Count(t => t.IsCompleted));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(20, turns.Count(t => t.IsCompleted));
        clock.Advance(Second);
        Assert.All(turns, turn => Assert.True(turn.IsCompleted));
        Assert.Equal(25, pacer.GetStatistics()!.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        var clock = new VirtualClock();
        using var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        await pacer.AcquireAsync(1);
        var turns = Enumerable.Range(0, 5).Select(_ => clock.Begin(() => pacer.AcquireAsync(1).AsTask())).ToList();

        for (var next = 0; next < turns.Count; next++)
        {
            clock.Advance(Second);
            Assert.True(turns[next].IsCompletedSuccessfully);
            Assert.All(turns.Skip(next + 1), turn => Assert.False(turn.IsCompleted));
        }
    }

    [Fact]
    public async Task Who_gives_up_takes_no_turn_and_leaves_the_queue_at_once()
    {
        var clock = new VirtualClock();
        using var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        using var cancellation = new CancellationTokenSource();
        await pacer.AcquireAsync(1);
        var first = pacer.AcquireAsync(1, cancellation.Token).AsTask();
        var second = pacer.AcquireAsync(1).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, pacer.GetStatistics()!.CurrentQueuedCount);
        clock.Advance(Second);
        Assert.True((await second).IsAcquired);
    }

    [Fact]
    public void Nobody_overtakes_the_queue()
    {
        var clock = new VirtualClock();
        using var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        Assert.True(pacer.AttemptAcquire(1).IsAcquired);
        Assert.False(pacer.AttemptAcquire(1).IsAcquired);
        Assert.Throws<ArgumentOutOfRangeException>(() => pacer.AttemptAcquire(2));
    }

    [Fact]
    public void It_is_idle_only_when_nobody_waits()
    {
        var clock = new VirtualClock();
        using var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        using var lease = pacer.AttemptAcquire(1);
        clock.Advance(Second / 2);
        Assert.Equal(Second / 2, pacer.IdleDuration);

        _ = pacer.AcquireAsync(1).AsTask();

        Assert.Null(pacer.IdleDuration);
    }

    [Fact]
    public async Task Disposing_of_it_sends_those_who_wait_away()
    {
        var pacer = new SlidingWindowRateLimiter(1, Second, new VirtualClock());
        await pacer.AcquireAsync(1);
        var waiting = pacer.AcquireAsync(1).AsTask();

        pacer.Dispose();

        Assert.False((await waiting).IsAcquired);
    }

    [Fact]
    public void No_window_ever_sees_more_starts_than_permits_and_none_is_kept_waiting_for_nothing() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 700].List[1, 40]).Sample((permits, gaps) =>
        {
            var clock = new VirtualClock();
            using var pacer = new SlidingWindowRateLimiter(permits, Second, clock);
            var starts = new List<TimeSpan>();
            var asked = new List<TimeSpan>();
            foreach (var gap in gaps)
            {
                Pass(clock, TimeSpan.FromMilliseconds(gap), () => Note(pacer, starts, clock));
                asked.Add(clock.GetUtcNow() - VirtualClock.Start);
                _ = pacer.AcquireAsync(1).AsTask();
                Note(pacer, starts, clock);
            }

            Pass(clock, TimeSpan.FromSeconds(gaps.Count + 1), () => Note(pacer, starts, clock));

            Assert.Equal(gaps.Count, starts.Count);
            for (var i = 0; i < starts.Count; i++)
            {
                var earliest = i < permits ? asked[i] : Max(asked[i], starts[i - permits] + Second);
                Assert.Equal(earliest, starts[i]);
            }
        });

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static void Pass(VirtualClock clock, TimeSpan time, Action each)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(1))
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            each();
        }
    }

    // Counted by the pacer itself, at once: continuations run later, on other threads.
    private static void Note(SlidingWindowRateLimiter pacer, List<TimeSpan> starts, VirtualClock clock)
    {
        while (starts.Count < pacer.GetStatistics()!.TotalSuccessfulLeases)
            starts.Add(clock.GetUtcNow() - VirtualClock.Start);
    }
}
