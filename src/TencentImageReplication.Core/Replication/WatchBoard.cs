namespace TencentImageReplication.Core.Replication;

/// <summary>Gathers what the regions see: hands out each result, and tells the progress over all of them.</summary>
internal sealed class WatchBoard(TimeProvider timeProvider, Action<ImageWatchResult> settle, Action<ImageWatchProgress> report)
{
    /// <summary>As many as a person reads at a glance.</summary>
    private const int MostPendingShown = 5;

    private readonly HashSet<WatchedImage> _pending = [];
    private int _settled;
    private int _total;

    public void Add(WatchedImage watched)
    {
        lock (_pending)
        {
            _pending.Add(watched);
            _total++;
        }
    }

    public void Settle(WatchedImage watched, ImageWatchResult result)
    {
        lock (_pending)
        {
            _pending.Remove(watched);
            _settled++;
        }

        settle(result);
    }

    public void Report()
    {
        ImageWatchProgress progress;
        lock (_pending)
        {
            var now = timeProvider.GetUtcNow();
            var pending = _pending
                .Select(watched => new PendingImage(
                    watched.Target,
                    watched.Image?.ImageName,
                    watched.Image?.ImageState,
                    watched.Percent,
                    PollSchedule.Remaining(watched, now)))
                .OrderByDescending(image => image.Remaining)
                .Take(MostPendingShown)
                .ToArray();
            progress = new ImageWatchProgress(_settled, _total, pending, pending.Length > 0 ? pending[0].Remaining : null);
        }

        report(progress);
    }
}
