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
        var pacer = new SlidingWindowRateLimiter(10, Second, clock);

        var turns = Enumerable.Range(0, 25).Select(_ => clock.Begin(() => pacer.WaitAsync(default))).ToList();

        Assert.Equal(10, turns.Count(t => t.IsCompleted));
        clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Assert.Equal(10, turns.Count(t => t.IsCompleted));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(20, turns.Count(t => t.IsCompleted));
        clock.Advance(Second);
        Assert.All(turns, turn => Assert.True(turn.IsCompleted));
        Assert.Equal(25, pacer.Started);
    }

    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        var clock = new VirtualClock();
        var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        await pacer.WaitAsync(default);
        var turns = Enumerable.Range(0, 5).Select(_ => clock.Begin(() => pacer.WaitAsync(default))).ToList();

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
        var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        using var cancellation = new CancellationTokenSource();
        await pacer.WaitAsync(default);
        var first = pacer.WaitAsync(cancellation.Token);
        var second = pacer.WaitAsync(default);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, pacer.Waiting);
        clock.Advance(Second);
        await second;
        Assert.Equal(2, pacer.Started);
    }

    [Fact]
    public async Task Nobody_overtakes_the_queue()
    {
        var clock = new ClockWithoutTimers();
        var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        await pacer.WaitAsync(default);
        var first = pacer.WaitAsync(default);

        // There is room again, but the one who waits has not been served yet.
        clock.Now = Second;
        var second = pacer.WaitAsync(default);

        Assert.False(first.IsCompleted || second.IsCompleted);
        Assert.Equal((1, 2), (pacer.Started, pacer.Waiting));
    }

    [Theory]
    [InlineData(250, 750)]
    [InlineData(999, 1)]
    [InlineData(999.6, 1)]
    public async Task A_timer_runs_for_the_rest_of_the_window_and_never_less_than_it_can_count(double asked, double expected)
    {
        var clock = new ClockWithoutTimers();
        var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        await pacer.WaitAsync(default);

        clock.Now = TimeSpan.FromMilliseconds(asked);
        _ = pacer.WaitAsync(default);

        Assert.Equal(TimeSpan.FromMilliseconds(expected), clock.Timer.Due);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_asks_does_not_start()
    {
        var pacer = new SlidingWindowRateLimiter(1, Second, new VirtualClock());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.WaitAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, pacer.Started);
    }

    [Fact]
    public async Task It_is_idle_only_when_nobody_waits()
    {
        var clock = new VirtualClock();
        var pacer = new SlidingWindowRateLimiter(1, Second, clock);
        await pacer.WaitAsync(default);
        clock.Advance(Second / 2);
        Assert.Equal(Second / 2, pacer.IdleDuration);

        _ = pacer.WaitAsync(default);

        Assert.Null(pacer.IdleDuration);
    }

    [Fact]
    public void No_window_ever_sees_more_starts_than_permits_and_none_is_kept_waiting_for_nothing() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 700].List[1, 40]).Sample((permits, gaps) =>
        {
            var clock = new VirtualClock();
            var pacer = new SlidingWindowRateLimiter(permits, Second, clock);
            var starts = new List<TimeSpan>();
            var asked = new List<TimeSpan>();
            foreach (var gap in gaps)
            {
                Pass(clock, TimeSpan.FromMilliseconds(gap), () => Note(pacer, starts, clock));
                asked.Add(clock.GetUtcNow() - VirtualClock.Start);
                _ = pacer.WaitAsync(default);
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
        while (starts.Count < pacer.Started)
            starts.Add(clock.GetUtcNow() - VirtualClock.Start);
    }

    private sealed class ClockWithoutTimers : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public StoppedTimer Timer { get; } = new();

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Timer;
    }

    private sealed class StoppedTimer : ITimer
    {
        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
