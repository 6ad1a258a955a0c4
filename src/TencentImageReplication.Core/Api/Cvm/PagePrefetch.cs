namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>
/// Pages of a list that are asked for before they are needed, a handful at a time. Where the service makes pages of another
/// size than it was asked for, nothing more is asked for ahead. Used by one reader.
/// </summary>
/// <param name="readPage">Reads the page at an offset, and how many items there are in all.</param>
/// <param name="pageSize">How many items a page holds, unless it is the last.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class PagePrefetch<TItem>(
    Func<long, CancellationToken, Task<(IReadOnlyList<TItem> Items, long? Total)>> readPage,
    int pageSize,
    CancellationToken cancellationToken) : IDisposable
{
    // With answers that take a tenth of a second these are all the calls that the service allows.
    private const int Most = 4;

    private readonly Queue<(long Offset, Task<(IReadOnlyList<TItem> Items, long? Total)> Page)> _asked = new();
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private long _next = pageSize;

    /// <summary>The page at an offset: the one that was asked for ahead, if it was.</summary>
    public Task<(IReadOnlyList<TItem> Items, long? Total)> TakeAsync(long offset)
    {
        if (_asked.Count > 0 && _asked.Peek().Offset == offset)
            return _asked.Dequeue().Page;
        if (offset > 0 && offset != _next)
            _next = long.MaxValue;
        else
            _next = offset + pageSize;
        return readPage(offset, _ending.Token);
    }

    /// <summary>Whether there are pages left, and room for one to be under way. Unknown means no more.</summary>
    /// <param name="total">How many items the list has.</param>
    public bool HasMoreToAsk(long? total) => _asked.Count < Most && _next < total;

    /// <summary>Asks for the next pages of a list, as many as may be under way.</summary>
    /// <param name="total">How many items the list has.</param>
    public void AskUpTo(long? total)
    {
        for (; HasMoreToAsk(total); _next += pageSize)
            _asked.Enqueue((_next, readPage(_next, _ending.Token)));
    }

    /// <summary>Gives up the pages that nobody has taken.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        // What has been given up may still look at the token. Its failure is nobody's any more.
        Task.WhenAll(_asked.Select(asked => asked.Page)).ContinueWith(
            left =>
            {
                _ = left.Exception;
                _ending.Dispose();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
