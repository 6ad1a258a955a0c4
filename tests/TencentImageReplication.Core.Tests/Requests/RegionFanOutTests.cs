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
    public async Task Items_are_emitted_in_the_order_of_the_regions()
    {
        var run = _clock.Begin(() => RunAsync(Two));
        _gates["c"].SetResult();
        _gates["b"].SetResult();
        _clock.Settle();
        Assert.Empty(_taken);

        _gates["a"].SetResult();
        await _clock.RunToEnd(run);

        Assert.Equal(["a a1", "a a2", "b b1", "b b2", "c c1", "c c2"], _taken);
    }

    [Fact]
    public async Task Items_of_the_first_incomplete_region_are_emitted_at_once()
    {
        var run = _clock.Begin(() => RunAsync(FirstAtOnce));
        Assert.Equal(["a a1"], _taken);

        _gates["a"].SetResult();
        _clock.Settle();
        Assert.Equal(["a a1", "a a2", "b b1"], _taken);

        _gates["b"].SetResult();
        _gates["c"].SetResult();
        await _clock.RunToEnd(run);
        Assert.Equal(["a a1", "a a2", "b b1", "b b2", "c c1", "c c2"], _taken);
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
