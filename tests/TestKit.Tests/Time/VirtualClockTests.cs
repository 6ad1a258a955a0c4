using TencentImageReplication.TestKit.Time;

namespace TencentImageReplication.TestKit.Tests.Time;

/// <summary>The clock that all other tests go by.</summary>
public sealed class VirtualClockTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly VirtualClock _clock = new();

    [Fact]
    public async Task Time_passes_to_the_next_timer_only_when_all_work_waits()
    {
        var seen = new List<string>();

        await _clock.RunAsync(() => Task.WhenAll(WaitAsync("late", 3), WaitAsync("early", 1), CountAsync()));

        Assert.Equal(["count 0", "count 1", "count 2", "early at 1", "late at 3"], seen);
        Assert.Equal(3 * Second, _clock.Elapsed);

        async Task WaitAsync(string name, int seconds)
        {
            await Task.Delay(seconds * Second, _clock);
            seen.Add($"{name} at {_clock.Elapsed.TotalSeconds}");
        }

        async Task CountAsync()
        {
            for (var count = 0; count < 3; count++)
            {
                await Task.Yield();
                seen.Add($"count {count}");
            }
        }
    }

    [Fact]
    public void Advancing_lets_what_is_due_happen_in_its_order_and_no_more()
    {
        var seen = new List<double>();
        var work = _clock.Begin(async () =>
        {
            while (true)
            {
                await Task.Delay(Second, _clock);
                seen.Add(_clock.Elapsed.TotalSeconds);
            }
        });

        _clock.Advance(3.5 * Second);

        Assert.Equal([1, 2, 3], seen);
        Assert.Equal(3.5 * Second, _clock.Elapsed);
        Assert.False(work.IsCompleted);
    }

    [Fact]
    public async Task Work_that_nothing_wakes_is_told() =>
        await Assert.ThrowsAsync<StuckException>(() => _clock.RunAsync(() => new TaskCompletionSource().Task));

    [Fact]
    public async Task Work_that_goes_on_for_ever_is_told() => await Assert.ThrowsAsync<StuckException>(() => _clock.RunAsync(async () =>
    {
        while (true)
            await Task.Delay(TimeSpan.FromHours(1), _clock);
    }));

    [Fact]
    public async Task What_the_work_throws_is_thrown() =>
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => _clock.RunAsync(() => throw new InvalidTimeZoneException()));

    [Fact]
    public async Task Work_that_comes_back_from_a_thread_of_the_pool_is_told()
    {
        using var back = new ManualResetEventSlim();

        await Assert.ThrowsAsync<StrayWorkException>(() => _clock.RunAsync(async () =>
        {
            var stray = ComeBackAsync();
            // The clock waits for none of it, so the test does.
            back.Wait();
            await stray;
        }));

        async Task ComeBackAsync()
        {
            var started = new TaskCompletionSource();
            _ = Task.Run(() =>
            {
                started.SetResult();
                back.Set();
            });
            await started.Task;
        }
    }

    [Fact]
    public void A_pipeline_and_its_work_take_turns_on_two_threads()
    {
        var seen = new List<string>();
        var pipeline = Environment.CurrentManagedThreadId;

        _clock.RunBlocking(() =>
        {
            var work = _clock.Queue(WorkAsync, CancellationToken.None);
            seen.Add("pipeline waits");
            _clock.WaitFor(work);
            seen.Add($"pipeline at {_clock.Elapsed.TotalSeconds}");
            return true;
        });

        Assert.Equal(["pipeline waits", "work", "work at 5", "pipeline at 5"], seen);

        async Task WorkAsync()
        {
            Assert.NotEqual(pipeline, Environment.CurrentManagedThreadId);
            seen.Add("work");
            await Task.Delay(5 * Second, _clock);
            seen.Add($"work at {_clock.Elapsed.TotalSeconds}");
        }
    }

    [Fact]
    public void Time_stands_still_while_the_pipeline_runs_and_what_it_has_left_behind_runs_at_its_end()
    {
        var isSeen = false;

        _clock.RunBlocking(() =>
        {
            _ = _clock.Queue(
                async () =>
                {
                    await Task.Yield();
                    isSeen = true;
                    await Task.Delay(Second, _clock);
                },
                CancellationToken.None);
            Assert.False(isSeen);
            return true;
        });

        Assert.True(isSeen);
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public void A_pipeline_that_waits_for_what_never_comes_is_told_though_it_catches_the_exception() =>
        Assert.Throws<StuckException>(() => _clock.RunBlocking(() =>
        {
            try
            {
                _clock.WaitFor(new TaskCompletionSource().Task);
            }
            catch (StuckException)
            {
            }

            return true;
        }));
}
