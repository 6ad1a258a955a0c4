namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>Gathers what the regions see: hands out each result, and tells the progress over all of them.</summary>
internal sealed class WaitBoard(TimeProvider timeProvider, Action<WaitResult> settle, Action<WaitProgress> report)
{
    /// <summary>As many as a person reads at a glance.</summary>
    private const int MostPendingShown = 5;

    private readonly HashSet<PendingImageState> _pending = [];
    private int _settled;
    private int _total;

    public void Add(PendingImageState watched)
    {
        lock (_pending)
        {
            _pending.Add(watched);
            _total++;
        }
    }

    public void Settle(PendingImageState watched, WaitResult result)
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
        WaitProgress progress;
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
            progress = new WaitProgress(_settled, _total, pending, pending.Length > 0 ? pending[0].Remaining : null);
        }

        report(progress);
    }
}
