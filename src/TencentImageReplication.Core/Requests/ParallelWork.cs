using System.Threading.Channels;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>Processes items of a pipeline in parallel, with a limit for each region so that a slow region delays no other.</summary>
public static class ParallelWork
{
    /// <summary>Processes all items. If one fails, the others continue.</summary>
    /// <param name="items">The items.</param>
    /// <param name="regionOf">Returns the region of an item.</param>
    /// <param name="maxPerRegion">The maximum number of items of a region to process at the same time.</param>
    /// <param name="work">Processes an item.</param>
    /// <param name="isFailure">Returns true for an exception that concerns one item; any other one ends the work.</param>
    /// <param name="fail">Receives the failure of an item; called from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task RunAsync<T>(
        ChannelReader<T> items,
        Func<T, string> regionOf,
        int maxPerRegion,
        Func<T, CancellationToken, Task> work,
        Func<Exception, bool> isFailure,
        Action<T, Exception> fail,
        CancellationToken cancellationToken)
    {
        var limits = new Dictionary<string, ConcurrencyLimit>(StringComparer.OrdinalIgnoreCase);
        var tasks = new RunningTasks();
        while (await items.WaitToReadAsync(cancellationToken))
        {
            while (items.TryRead(out var item))
            {
                if (!limits.TryGetValue(regionOf(item), out var limit))
                    limits.Add(regionOf(item), limit = new ConcurrencyLimit(maxPerRegion));
                tasks.Add(limit.RunAsync(() => ProcessAsync(item), cancellationToken));
            }
        }

        await tasks.WhenAllAsync();

        async Task ProcessAsync(T item)
        {
            try
            {
                await work(item, cancellationToken);
            }
            catch (Exception exception) when (isFailure(exception))
            {
                fail(item, exception);
            }
        }
    }
}
