using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class BatchCollectorTests
{
    private readonly VirtualClock _time = new();
    private readonly List<(TimeSpan After, string Batch)> _sent = [];

    [Fact]
    public async Task A_full_batch_is_sent_at_once_and_the_rest_after_the_wait()
    {
        await RunAsync(async collector =>
        {
            foreach (var item in new[] { 1, 2, 3, 4, 5 })
                collector.Add("a", item, CancellationToken.None);
            collector.Add("b", 6, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(10), _time);
        });

        Assert.Equal([(0, "a 1 2 3"), (2, "a 4 5"), (2, "b 6")], Sent());
    }

    [Fact]
    public async Task The_wait_counts_from_the_first_item()
    {
        await RunAsync(async collector =>
        {
            collector.Add("a", 1, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1.5), _time);
            collector.Add("a", 2, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1.5), _time);
            collector.Add("a", 3, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(10), _time);
        });

        Assert.Equal([(2, "a 1 2"), (5, "a 3")], Sent());
    }

    [Fact]
    public async Task The_end_sends_what_is_left()
    {
        await RunAsync(collector =>
        {
            collector.Add("a", 1, CancellationToken.None);
            return Task.CompletedTask;
        });

        Assert.Equal([(0, "a 1")], Sent());
    }

    [Fact]
    public async Task A_batch_of_a_key_begins_anew_after_a_full_one()
    {
        await RunAsync(async collector =>
        {
            collector.Add("a", 1, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1), _time);
            collector.Add("a", 2, CancellationToken.None);
            collector.Add("a", 3, CancellationToken.None);
            collector.Add("a", 4, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1.5), _time);
            collector.Add("a", 5, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(10), _time);
        });

        Assert.Equal([(1, "a 1 2 3"), (3, "a 4 5")], Sent());
    }

    [Fact]
    public async Task The_end_waits_until_all_is_sent()
    {
        var slow = new TaskCompletionSource();
        var collector = new BatchCollector<string, int>(3, TimeSpan.FromSeconds(2), (_, _, _) => slow.Task, _time);
        var end = _time.Begin(() =>
        {
            collector.Add("a", 1, CancellationToken.None);
            return collector.CompleteAsync();
        });
        _time.Settle();
        Assert.False(end.IsCompleted);

        slow.SetResult();
        await _time.RunToEnd(end);
    }

    [Fact]
    public async Task A_cancelled_wait_sends_nothing()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(collector =>
        {
            collector.Add("a", 1, stop.Token);
            stop.Cancel();
            return Task.CompletedTask;
        }));

        Assert.Empty(_sent);
    }

    private Task RunAsync(Func<BatchCollector<string, int>, Task> work)
    {
        var began = _time.GetUtcNow();
        var collector = new BatchCollector<string, int>(
            3,
            TimeSpan.FromSeconds(2),
            (key, items, _) =>
            {
                lock (_sent)
                    _sent.Add((_time.GetUtcNow() - began, $"{key} {string.Join(' ', items)}"));
                return Task.CompletedTask;
            },
            _time);
        return _time.RunAsync(async () =>
        {
            await work(collector);
            await collector.CompleteAsync();
        });
    }

    private IEnumerable<(double, string)> Sent() => _sent.Select(sent => (sent.After.TotalSeconds, sent.Batch)).OrderBy(sent => sent.Item1).ThenBy(sent => sent.Item2, StringComparer.Ordinal);
}
