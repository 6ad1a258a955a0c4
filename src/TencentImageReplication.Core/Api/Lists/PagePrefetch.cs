namespace TencentImageReplication.Core.Api.Lists;

/// <summary>
/// Requests the next pages of a list before the reader needs them, up to four at a time. Stops doing so if the service returns
/// pages of another size than requested. Not thread-safe: for one reader.
/// </summary>
/// <param name="readPage">Reads the page at an offset.</param>
/// <param name="step">The number of positions from one page to the next.</param>
/// <param name="overlap">The number of items at the start of a page that the page before it has too.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class PagePrefetch<TItem>(
    Func<long, CancellationToken, Task<ListPage<TItem>>> readPage,
    int step,
    int overlap,
    CancellationToken cancellationToken) : IDisposable
{
    // If each response takes a tenth of a second, four at a time use up the rate limit of 40 per second.
    private const int MaxPending = 4;

    private readonly Queue<(long Offset, Task<ListPage<TItem>> Page)> _pending = new();
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private long _next = step;

    /// <summary>Returns the page at an offset: the prefetched one if there is one.</summary>
    public Task<ListPage<TItem>> TakeAsync(long offset)
    {
        if (_pending.Count > 0 && _pending.Peek().Offset == offset)
            return _pending.Dequeue().Page;
        if (offset > 0 && offset != _next)
            _next = long.MaxValue;
        else
            _next = offset + step;
        return readPage(offset, _cancellation.Token);
    }

    /// <summary>Checks if there are more pages and fewer than the maximum are pending. An unknown total means no more.</summary>
    /// <param name="total">The total number of items in the list.</param>
    public bool CanRequestMore(long? total) => _pending.Count < MaxPending && _next < total - overlap;

    /// <summary>Requests the next pages, up to the maximum at a time.</summary>
    /// <param name="total">The total number of items in the list.</param>
    public void RequestMore(long? total)
    {
        for (; CanRequestMore(total); _next += step)
            _pending.Enqueue((_next, readPage(_next, _cancellation.Token)));
    }

    /// <summary>Cancels the pages that were not taken.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        // Cancelled requests may still use the token. Nobody waits for their failures.
        Task.WhenAll(_pending.Select(pending => pending.Page)).ContinueWith(
            cancelled =>
            {
                _ = cancelled.Exception;
                _cancellation.Dispose();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
