using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>A copy in progress.</summary>
internal sealed class PendingCopy
{
    private readonly DateTimeOffset _started;
    private readonly TimeSpan _duration;
    private readonly CopyLifeCycle _cycle;
    private int _hiddenPolls;

    public PendingCopy(string sourceId, string imageId, string accountId, DateTimeOffset started, TimeSpan duration, CopyLifeCycle cycle)
    {
        SourceId = sourceId;
        ImageId = imageId;
        AccountId = accountId;
        _started = started;
        _duration = duration;
        _cycle = cycle;
        _hiddenPolls = cycle.HiddenPolls;
    }

    public string SourceId { get; }

    public string ImageId { get; }

    public string AccountId { get; }

    public CopyEnding Ending => _cycle.Ending;

    /// <summary>Returns true when the copy has ended, whether it succeeded or failed.</summary>
    public bool IsOver(DateTimeOffset now) => _cycle.Ending switch
    {
        CopyEnding.Normal => Fraction(now) >= 1,
        CopyEnding.Stuck => false,
        _ => Fraction(now) >= _cycle.BreaksAt,
    };

    public int? Percent(DateTimeOffset now)
    {
        var fraction = _cycle.Ending == CopyEnding.Normal ? Fraction(now) : Math.Min(Fraction(now), _cycle.BreaksAt);
        if (fraction < _cycle.PercentMissingUntil)
            return null;
        return _cycle.Progress == CopyProgress.Jump ? 0 : Math.Min(99, (int)(fraction * 100));
    }

    /// <summary>Returns true when a list omits the copy now. Every call counts as a poll.</summary>
    public bool HidesFromPoll(DateTimeOffset now)
    {
        if (now - _started < _cycle.HiddenFor)
            return true;
        if (_hiddenPolls == 0)
            return false;
        _hiddenPolls--;
        return true;
    }

    private double Fraction(DateTimeOffset now) =>
        _duration <= TimeSpan.Zero ? 1 : Math.Min(1, (now - _started).TotalMilliseconds / _duration.TotalMilliseconds);
}
