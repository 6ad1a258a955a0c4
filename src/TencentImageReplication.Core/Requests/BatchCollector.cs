using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Collects items that can share a request. A batch is sent when it is full, when its first item has waited long enough, or at the
/// end.
/// </summary>
/// <param name="maxSize">The maximum number of items in a batch.</param>
/// <param name="maxWait">The maximum wait of an item.</param>
/// <param name="sendAsync">Sends a batch.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class BatchCollector<TKey, TItem>(
    int maxSize, TimeSpan maxWait, Func<TKey, IReadOnlyList<TItem>, CancellationToken, Task> sendAsync, TimeProvider timeProvider)
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, List<TItem>> _batches = [];
    private readonly RunningTasks _running = new();
    private readonly TaskCompletionSource<bool> _ending = new();

    /// <summary>Adds an item. Items with equal keys share batches.</summary>
    public void Add(TKey key, TItem item, CancellationToken cancellationToken)
    {
        List<TItem>? full = null;
        List<TItem>? begun = null;
        lock (_gate)
        {
            if (!_batches.TryGetValue(key, out var batch))
                _batches.Add(key, batch = begun = []);
            batch.Add(item);
            if (batch.Count == maxSize)
            {
                full = batch;
                _batches.Remove(key);
            }
        }

        if (full is not null)
            _running.Add(SendAsync(key, full, cancellationToken));
        else if (begun is not null)
            _running.Add(SendLaterAsync(key, begun, cancellationToken));
    }

    /// <summary>Sends what is left. Completes when all batches have been sent.</summary>
    public async Task CompleteAsync()
    {
        _ending.TrySetResult(true);
        await _running.WhenAllAsync();
    }

    private async Task SendAsync(TKey key, IReadOnlyList<TItem> batch, CancellationToken cancellationToken)
    {
        // The caller goes on with its own work.
        await Task.Yield();
        await sendAsync(key, batch, cancellationToken);
    }

    private async Task SendLaterAsync(TKey key, List<TItem> batch, CancellationToken cancellationToken)
    {
        using (var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            await Task.WhenAny(timeProvider.PauseAsync(maxWait, awake.Token), _ending.Task);
            cancellationToken.ThrowIfCancellationRequested();
            awake.Cancel();
        }

        lock (_gate)
        {
            // Sent in the meantime, because it was full.
            if (!_batches.TryGetValue(key, out var current) || current != batch)
                return;
            _batches.Remove(key);
        }

        await SendAsync(key, batch, cancellationToken);
    }
}
