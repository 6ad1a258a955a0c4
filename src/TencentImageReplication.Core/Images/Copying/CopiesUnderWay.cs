using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// The copies that the runs of this process request, in all runspaces: a copy that two of them want at once is requested once. The
/// service may show a copy only a minute after its request.
/// </summary>
public sealed class CopiesUnderWay
{
    private readonly KeyedLock _locks = new();
    private readonly Dictionary<CopyKey, Requested> _requested = [];

    /// <summary>Waits until no other run requests copies with a name in these regions. Dispose the returned object to let the next one continue.</summary>
    /// <param name="account">The account and its endpoint.</param>
    /// <param name="regions">The destinations.</param>
    /// <param name="name">The name of the copies.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal Task<IDisposable> EnterAsync(string account, IEnumerable<string> regions, string name, CancellationToken cancellationToken) =>
        _locks.EnterAllAsync(regions.Select(region => $"{account} {region.ToUpperInvariant()} {name}"), cancellationToken);

    /// <summary>Notes a copy that was requested.</summary>
    internal void Add(CopyKey key, string imageId, TimeProvider time)
    {
        lock (_requested)
        {
            foreach (var old in _requested.Where(entry => !IsRecent(entry.Value)).Select(entry => entry.Key).ToList())
                _requested.Remove(old);
            _requested[key] = new Requested(imageId, time, time.GetTimestamp());
        }
    }

    /// <summary>Returns the ID of a copy that was requested a moment ago; null when there is none.</summary>
    internal string? Find(CopyKey key)
    {
        lock (_requested)
            return _requested.TryGetValue(key, out var requested) && IsRecent(requested) ? requested.ImageId : null;
    }

    private static bool IsRecent(Requested requested) => requested.Time.GetElapsedTime(requested.Timestamp) < LostResponses.VisibilityWindow;

    private sealed record Requested(string ImageId, TimeProvider Time, long Timestamp);
}

/// <summary>Identifies a copy.</summary>
/// <param name="Account">The account and its endpoint.</param>
/// <param name="Source">The region and the ID of the source.</param>
/// <param name="Region">The destination, in upper case.</param>
/// <param name="Name">The name of the copy.</param>
/// <param name="Kind">The kind of the copy.</param>
internal sealed record CopyKey(string Account, string Source, string Region, string Name, CopyKind Kind);
