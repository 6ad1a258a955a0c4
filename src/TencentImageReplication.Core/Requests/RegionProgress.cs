using System.Collections.Concurrent;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Requests;

/// <summary>Notes when regions respond, so that work in several regions need not wait for one that does not.</summary>
internal sealed class RegionProgress(TimeProvider timeProvider)
{
    /// <summary>
    /// The silence after which a region holds up no other: long enough for a slow response and a retry, because work that is split up
    /// takes more requests.
    /// </summary>
    public static TimeSpan MaxSilence { get; } = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes that a region gets a first request or has responded.</summary>
    public void Note(string region) => _last[region] = timeProvider.GetTimestamp();

    /// <summary>Waits until all work is done, or until some of it is done and the regions of the rest are silent.</summary>
    /// <param name="work">The work, with its region.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task WhenSettledAsync(IReadOnlyCollection<KeyValuePair<string, Task>> work, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetTimestamp();
        while (true)
        {
            var pending = work.Where(part => !part.Value.IsCompleted).ToList();
            if (pending.Count == 0)
                return;
            if (pending.Count == work.Count)
            {
                await Task.WhenAny(pending.Select(part => part.Value));
                continue;
            }

            var silence = pending.Min(part => timeProvider.GetElapsedTime(LastIn(part.Key, began)));
            if (silence >= MaxSilence)
                return;
            await WaitAsync(Task.WhenAll(pending.Select(part => part.Value)), MaxSilence - silence, cancellationToken);
        }
    }

    private long LastIn(string region, long began) => _last.TryGetValue(region, out var last) ? last : began;

    private async Task WaitAsync(Task work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(work, timeProvider.PauseAsync(limit, timer.Token));
        timer.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
