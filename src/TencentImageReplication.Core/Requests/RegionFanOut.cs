using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>Lists several regions in parallel and emits their items in the order of the regions.</summary>
public static class RegionFanOut
{
    /// <summary>Lists all regions. If one fails, the others continue.</summary>
    /// <param name="regions">The regions, each once.</param>
    /// <param name="list">Lists one region.</param>
    /// <param name="take">
    /// Receives an item; called by one thread at a time. It returns true to get more items; false ends all requests.
    /// </param>
    /// <param name="fail">Receives the error of a region; called from any thread.</param>
    /// <param name="cancellationToken">Cancels all requests.</param>
    public static async Task RunAsync<TItem>(
        IReadOnlyList<string> regions,
        Func<string, CancellationToken, IAsyncEnumerable<TItem>> list,
        Func<string, TItem, bool> take,
        Action<string, TencentCloudException> fail,
        CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var merge = new RegionMerge<TItem>(regions, take, enough);
        await Task.WhenAll(regions.Select((_, index) => ListOneAsync(index)));
        cancellationToken.ThrowIfCancellationRequested();

        async Task ListOneAsync(int index)
        {
            try
            {
                await foreach (var item in list(regions[index], enough.Token))
                    merge.Add(index, item);
            }
            catch (TencentCloudException failure)
            {
                fail(regions[index], failure);
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                // Either no more items are needed, or the caller was cancelled, which is reported above.
            }
            finally
            {
                merge.Complete(index);
            }
        }
    }
}
