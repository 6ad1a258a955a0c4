using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class RegionFanOutTests
{
    private readonly Dictionary<string, TaskCompletionSource> _gates = new() { ["a"] = new(), ["b"] = new(), ["c"] = new() };
    private readonly VirtualClock _clock = new();
    private readonly List<string> _taken = [];
    private readonly List<string> _failed = [];

    [Fact]
    public async Task Items_are_emitted_as_they_arrive_whatever_the_order_of_the_regions()
    {
        var run = _clock.Begin(() => RunAsync(Two));
        _gates["c"].SetResult();
        _clock.Settle();
        Assert.Equal(["c c1", "c c2"], _taken);

        _gates["b"].SetResult();
        _clock.Settle();
        _gates["a"].SetResult();
        await _clock.RunToEnd(run);

        Assert.Equal(["c c1", "c c2", "b b1", "b b2", "a a1", "a a2"], _taken);
    }

    [Fact]
    public async Task A_region_that_stalls_after_its_first_item_holds_up_no_other()
    {
        var run = _clock.Begin(() => RunAsync(FirstAtOnce));
        _gates["b"].SetResult();
        _gates["c"].SetResult();
        _clock.Settle();
        Assert.Equal(["a a1", "b b1", "c c1", "b b2", "c c2"], _taken);

        _gates["a"].SetResult();
        await _clock.RunToEnd(run);
        Assert.Equal("a a2", _taken[^1]);
    }

    [Fact]
    public async Task Items_that_arrive_together_stay_together()
    {
        var merged = new List<string>();
        RegionMerge<string> merge = null!;
        merge = new RegionMerge<string>(3, (list, item) =>
        {
            merged.Add($"{list}{item}");
            // Another thread, while the first list emits its page.
            if (merged.Count == 1)
                new Thread(() => merge.Add(2, "x")).Start();
        });

        merge.Add(1, "a");
        merge.Add(0, "p");
        merge.Add(1, "b");
        Assert.Equal(["1a", "1b"], merged);
        while (!merged.Contains("2x"))
        {
            merge.Pause(1);
            await Task.Yield();
        }

        Assert.Equal(["0p", "1a", "1b", "2x"], merged.Order());
        merge.Pause(0);
        merge.Pause(2);
        merge.Add(0, "q");
        Assert.Equal("0q", merged[^1]);
    }

    [Fact]
    public void A_list_that_waits_does_not_end_the_turn_of_another()
    {
        var merged = new List<string>();
        var merge = new RegionMerge<string>(3, (list, item) => merged.Add($"{list}{item}"));
        merge.Add(1, "a");
        merge.Add(0, "p");
        merge.Pause(2);
        Assert.Equal(["1a"], merged);

        merge.Pause(1);
        merge.Add(2, "x");
        merge.Pause(2);
        Assert.Equal(["1a", "0p", "2x"], merged);
    }

    [Fact]
    public async Task A_failing_region_does_not_affect_the_others()
    {
        var run = _clock.Begin(() => RunAsync(FailsInB));
        foreach (var gate in _gates.Values)
            gate.SetResult();
        await _clock.RunToEnd(run);

        Assert.Equal(["a a1", "a a2", "c c1", "c c2"], _taken);
        Assert.Equal(["b Refused"], _failed);
    }

    [Fact]
    public async Task When_no_more_is_wanted_all_regions_end()
    {
        var run = _clock.Begin(() => RunAsync(Two, most: 1));
        _gates["a"].SetResult();
        await _clock.RunToEnd(run);

        Assert.Equal(["a a1"], _taken);
        Assert.Empty(_failed);
    }

    [Fact]
    public async Task A_cancelled_run_says_so()
    {
        using var stop = new CancellationTokenSource();
        var run = _clock.Begin(() => RunAsync(Two, cancellationToken: stop.Token));

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _clock.RunToEnd(run));
    }

    private Task RunAsync(
        Func<string, CancellationToken, IAsyncEnumerable<string>> list, int most = int.MaxValue, CancellationToken cancellationToken = default) =>
        RegionFanOut.RunAsync(
            ["a", "b", "c"],
            list,
            (region, item) =>
            {
                _taken.Add($"{region} {item}");
                return _taken.Count < most;
            },
            (region, failure) => _failed.Add($"{region} {failure.Code}"),
            cancellationToken);

    private async IAsyncEnumerable<string> Two(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _gates[region].Task.WaitAsync(cancellationToken);
        yield return region + "1";
        yield return region + "2";
    }

    private async IAsyncEnumerable<string> FirstAtOnce(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return region + "1";
        await _gates[region].Task.WaitAsync(cancellationToken);
        yield return region + "2";
    }

    private async IAsyncEnumerable<string> FailsInB(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in Two(region, cancellationToken))
            yield return region == "b" ? throw new TencentCloudException(TencentCloudErrorKind.Service, "Refused", "", "DescribeImages") : item;
    }
}
