using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>
/// Reads several lists in parallel, such as one for each region, and emits items as they arrive: a slow list does not delay the
/// others. The items of a list keep their order.
/// </summary>
public static class RegionFanOut
{
    /// <summary>Reads all lists. If one fails, the others continue.</summary>
    /// <param name="lists">The lists, such as regions.</param>
    /// <param name="read">Reads one list.</param>
    /// <param name="take">
    /// Receives an item; called by one thread at a time. It returns true to get more items; false ends all requests.
    /// </param>
    /// <param name="fail">Receives the error of a list; called from any thread.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    public static Task RunAsync<TList, TItem>(
        IReadOnlyList<TList> lists,
        Func<TList, CancellationToken, IAsyncEnumerable<TItem>> read,
        Func<TList, TItem, bool> take,
        Action<TList, TencentCloudException> fail,
        CancellationToken cancellationToken)
    {
        // Not disposed, because this method does not wait: it has no timer, and ends with the token of the command.
        var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var merge = new RegionMerge<TItem>(
            lists.Count,
            (index, item) =>
            {
                if (!enough.IsCancellationRequested && !take(lists[index], item))
                    enough.Cancel();
            });
        var reading = new Task[lists.Count];
        for (var index = 0; index < lists.Count; index++)
            reading[index] = ReadOneAsync(index);
        return Task.WhenAll(reading);

        async Task ReadOneAsync(int index)
        {
            try
            {
                await using var items = read(lists[index], enough.Token).GetAsyncEnumerator(enough.Token);
                while (await NextAsync(items, index))
                    merge.Add(index, items.Current);
            }
            catch (TencentCloudException failure)
            {
                fail(lists[index], failure);
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // No more items are needed.
            }
            finally
            {
                merge.Pause(index);
            }
        }

        ValueTask<bool> NextAsync(IAsyncEnumerator<TItem> items, int index)
        {
            var next = items.MoveNextAsync();
            if (!next.IsCompleted)
                merge.Pause(index);
            return next;
        }
    }
}
