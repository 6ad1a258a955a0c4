using System.Collections.Concurrent;

namespace TencentImageReplication.Core.Lookup;

/// <summary>Remembers lists of the service for a while. It never fails: it has what it has.</summary>
internal sealed class LookupCache<T>(TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    // A service that is down, or too slow, is not asked again at every key that is pressed.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The items of a list: as they are remembered, or asked for until the token says that it takes too long.</summary>
    /// <param name="key">What tells lists apart.</param>
    /// <param name="list">Asks for the list.</param>
    /// <param name="cancellationToken">Ends the wait; what has come by then is the answer.</param>
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
            // Whatever does not look at its token is left to itself.
            isComplete = await filling.WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }

        var entry = new Entry(time.GetTimestamp(), isComplete ? Freshness : PauseAfterFailure, Choose(found, isComplete, known));
        _entries[key] = entry;
        return entry.Items;
    }

    // A list that broke off is better than none, but not than one that was complete a minute ago.
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
            await foreach (var item in list(cancellationToken).ConfigureAwait(false))
            {
                lock (found)
                    found.Add(item);
            }

            return true;
        }
        catch (Exception)
        {
            // Why does not matter here: whoever looks things up in passing goes on without.
            return false;
        }
    }

    private sealed record Entry(long Time, TimeSpan Lifetime, T[] Items);
}
