using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>A lock for each key. A key that nobody holds or waits for is removed.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Waits for the lock of a key. Dispose the returned object to release it.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out entry!))
                _entries.Add(key, entry = new Entry());
            entry.Users++;
        }

        IDisposable place;
        try
        {
            place = await entry.Limit.EnterAsync(cancellationToken);
        }
        catch
        {
            Leave(key, entry);
            throw;
        }

        return new Holder(this, key, entry, place);
    }

    /// <summary>Waits for the locks of several keys, always in the same order so that no two callers wait for each other.</summary>
    public async Task<IDisposable> EnterAllAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var holders = new Holders();
        try
        {
            foreach (var key in keys.Distinct(StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal))
                holders.Add(await EnterAsync(key, cancellationToken));
        }
        catch
        {
            holders.Dispose();
            throw;
        }

        return holders;
    }

    private void Leave(string key, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Users == 0)
                _entries.Remove(key);
        }
    }

    private sealed class Entry
    {
        public ConcurrencyLimit Limit { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Holder(KeyedLock owner, string key, Entry entry, IDisposable place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            owner.Leave(key, entry);
        }
    }

    private sealed class Holders : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(holder => holder.Dispose());
    }
}
