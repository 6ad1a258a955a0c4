using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Tests.Images;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class ParallelWorkTests
{
    private readonly VirtualClock _clock = new();
    private readonly List<string> _started = [];
    private readonly List<string> _failed = [];
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task Each_region_has_a_limit_of_its_own_whatever_its_case()
    {
        var run = _clock.Begin(() => RunAsync(["a 1", "A 2", "a 3", "b 4"], _ => _gate.Task));
        _clock.Settle();
        Assert.Equal(["a 1", "A 2", "b 4"], _started);

        _gate.SetResult();
        await _clock.RunToEnd(run);
        Assert.Equal("a 3", _started[^1]);
    }

    [Fact]
    public async Task A_failure_does_not_affect_the_others()
    {
        await _clock.RunAsync(() => RunAsync(["a 1", "a 2", "a 3"], item => item == "a 2" ? throw new FormatException() : Task.CompletedTask));

        Assert.Equal((3, "a 2"), (_started.Count, Assert.Single(_failed)));
    }

    [Fact]
    public async Task Any_other_exception_ends_the_work()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _clock.RunAsync(() => RunAsync(["a 1"], _ => throw new InvalidOperationException())));

        Assert.Empty(_failed);
    }

    [Fact]
    public async Task A_place_is_free_for_others_during_a_pause()
    {
        var limit = new ConcurrencyLimit(1);
        using var place = new PausablePlace(limit, _clock);
        await place.EnterAsync(CancellationToken.None);
        var other = _clock.Begin(() => limit.EnterAsync(CancellationToken.None));
        _clock.Settle();
        Assert.False(other.IsCompleted);

        var pause = _clock.Begin(() => place.PauseAsync(TimeSpan.FromSeconds(5), CancellationToken.None));
        _clock.Settle();
        Assert.True(other.IsCompletedSuccessfully);

        // The place is waited for again, but not before the end of the pause.
        (await other).Dispose();
        _clock.Settle();
        Assert.False(pause.IsCompleted);
        var third = await limit.EnterAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(pause.IsCompleted);
        third.Dispose();
        _clock.Settle();
        Assert.True(pause.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Tasks_that_tasks_add_are_waited_for()
    {
        var tasks = new RunningTasks();
        var second = new TaskCompletionSource();
        tasks.Add(_gate.Task.ContinueWith(_ => tasks.Add(second.Task), TaskScheduler.Default));
        var all = tasks.WhenAllAsync();
        _gate.SetResult();
        Assert.False(all.IsCompleted);

        second.SetException(new FormatException());
        await Assert.ThrowsAsync<FormatException>(() => all);
    }

    private Task RunAsync(string[] items, Func<string, Task> work) => ParallelWork.RunAsync(
        CopyWorld.All(items),
        item => item[..1],
        maxPerRegion: 2,
        async (item, _) =>
        {
            _started.Add(item);
            await work(item);
        },
        exception => exception is FormatException,
        (item, _) => _failed.Add(item),
        CancellationToken.None);
}
