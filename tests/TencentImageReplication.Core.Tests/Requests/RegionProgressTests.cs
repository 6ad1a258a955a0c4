using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class RegionProgressTests
{
    private readonly VirtualClock _clock = new();
    private readonly RegionProgress _progress;
    private readonly TaskCompletionSource _fast = new();
    private readonly TaskCompletionSource _slow = new();

    public RegionProgressTests() => _progress = new RegionProgress(_clock);

    [Fact]
    public async Task Without_work_nothing_is_waited_for()
    {
        await _clock.RunAsync(() => _progress.WhenSettledAsync([], CancellationToken.None));

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task All_done_is_settled_at_once()
    {
        var settled = Begin();
        _fast.SetResult();
        _slow.SetResult();
        await _clock.RunToEnd(settled);

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public void While_nothing_is_done_the_silence_does_not_matter()
    {
        var settled = Begin();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(settled.IsCompleted);
    }

    [Fact]
    public void A_region_holds_up_the_others_until_it_is_silent_for_two_seconds()
    {
        var settled = Begin();
        _fast.SetResult();
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(settled.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(settled.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_response_ends_the_silence_whatever_the_case_of_the_region()
    {
        var settled = Begin();
        _fast.SetResult();
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        _progress.Note("AP-SLOW");
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(settled.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(settled.IsCompletedSuccessfully);
    }

    [Fact]
    public void One_region_that_responds_is_waited_for_although_another_is_silent()
    {
        var third = new TaskCompletionSource();
        var settled = _clock.Begin(() => _progress.WhenSettledAsync(
            [new("ap-fast", _fast.Task), new("ap-slow", _slow.Task), new("ap-third", third.Task)], CancellationToken.None));
        _fast.SetResult();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _progress.Note("ap-third");
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(settled.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(settled.IsCompletedSuccessfully);
    }

    [Fact]
    public void The_last_work_that_ends_in_time_settles_the_rest()
    {
        var settled = Begin();
        _fast.SetResult();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _slow.SetResult();
        _clock.Settle();

        Assert.True(settled.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_cancelled_wait_says_so()
    {
        using var stop = new CancellationTokenSource();
        var settled = Begin(stop.Token);
        _fast.SetResult();
        _clock.Settle();
        stop.Cancel();
        _clock.Settle();

        Assert.True(settled.IsCanceled);
    }

    private Task Begin(CancellationToken cancellationToken = default) => _clock.Begin(() => _progress.WhenSettledAsync(
        [new("ap-fast", _fast.Task), new("ap-slow", _slow.Task)], cancellationToken));
}
