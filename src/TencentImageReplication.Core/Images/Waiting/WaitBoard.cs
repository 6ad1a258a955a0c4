using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>Collects the results of all regions: emits each result and reports the overall progress.</summary>
internal sealed class WaitBoard(SteadyClock clock, Action<WaitResult> emit, Action<WaitProgress> report)
{
    /// <summary>The number that a person can read at a glance.</summary>
    private const int MaxPendingShown = 5;

    private readonly HashSet<PendingImageState> _pending = [];
    private int _finished;
    private int _total;

    public void Add(PendingImageState image)
    {
        lock (_pending)
        {
            _pending.Add(image);
            _total++;
        }
    }

    public void Finish(PendingImageState image, WaitResult result)
    {
        lock (_pending)
        {
            _pending.Remove(image);
            _finished++;
        }

        emit(result);
    }

    public void Report()
    {
        WaitProgress progress;
        lock (_pending)
        {
            var now = clock.Now;
            var pending = _pending
                .Select(image => new PendingImage(
                    image.Target,
                    image.Image?.ImageName,
                    image.Image?.ImageState,
                    image.Percent,
                    PollSchedule.Remaining(image, now)))
                .OrderByDescending(image => image.Remaining)
                .Take(MaxPendingShown)
                .ToArray();
            progress = new WaitProgress(_finished, _total, pending, pending.Length > 0 ? pending[0].Remaining : null);
        }

        report(progress);
    }
}
