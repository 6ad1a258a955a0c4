using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>Asks several regions side by side, and hands on what they have in the order of the regions.</summary>
public static class RegionFanOut
{
    /// <summary>Lists all regions. One that fails does not keep the others from answering.</summary>
    /// <param name="regions">The regions, each once.</param>
    /// <param name="list">Lists one region.</param>
    /// <param name="take">
    /// Takes an item; called by one thread at a time. What it answers is whether more is wanted: if not, all calls end.
    /// </param>
    /// <param name="fail">Takes the failure of a region; called from any thread.</param>
    /// <param name="cancellationToken">Ends all calls.</param>
    public static async Task RunAsync<TItem>(
        IReadOnlyList<string> regions,
        Func<string, CancellationToken, IAsyncEnumerable<TItem>> list,
        Func<string, TItem, bool> take,
        Action<string, TencentCloudException> fail,
        CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var merge = new RegionMerge<TItem>(regions, take, enough);
        await Task.WhenAll(regions.Select((_, index) => SweepOneAsync(index))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        async Task SweepOneAsync(int index)
        {
            try
            {
                await foreach (var item in list(regions[index], enough.Token).ConfigureAwait(false))
                    merge.Offer(index, item);
            }
            catch (TencentCloudException failure)
            {
                fail(regions[index], failure);
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                // Either nothing more is wanted, or the caller is told above.
            }
            finally
            {
                merge.Complete(index);
            }
        }
    }
}
