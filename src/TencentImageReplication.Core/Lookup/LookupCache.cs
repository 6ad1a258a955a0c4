using System.Collections.Concurrent;

namespace TencentImageReplication.Core.Lookup;

/// <summary>Caches lists of the service for a while. It never fails.</summary>
internal sealed class LookupCache<T>(TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    // A service that is down or slow does not get a request for every key press.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the items of a list from the cache or from the service.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="list">Requests the list.</param>
    /// <param name="cancellationToken">Ends the wait; the items that have arrived by then are returned.</param>
    public async Task<IReadOnlyList<T>> ReadAsync(
        string key, Func<CancellationToken, IAsyncEnumerable<T>> list, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(key, out var known) && time.GetElapsedTime(known.Time) < known.Lifetime)
            return known.Items;

        var found = new List<T>();
        var filling = FillAsync(found, list, cancellationToken);
        var isComplete = false;
        try
        {
            // A request that ignores its token is abandoned.
            isComplete = await filling.WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }

        var entry = new Entry(time.GetTimestamp(), isComplete ? Freshness : PauseAfterFailure, Choose(found, isComplete, known));
        _entries[key] = entry;
        return entry.Items;
    }

    // An incomplete list is better than none, but not better than an older complete one.
    private static T[] Choose(List<T> found, bool isComplete, Entry? known)
    {
        if (!isComplete && known is { Items.Length: > 0 })
            return known.Items;
        lock (found)
            return [.. found];
    }

    private static async Task<bool> FillAsync(
        List<T> found, Func<CancellationToken, IAsyncEnumerable<T>> list, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in list(cancellationToken))
            {
                lock (found)
                    found.Add(item);
            }

            return true;
        }
        catch (Exception)
        {
            // The reason does not matter here: completion works without the list.
            return false;
        }
    }

    private sealed record Entry(long Time, TimeSpan Lifetime, T[] Items);
}
