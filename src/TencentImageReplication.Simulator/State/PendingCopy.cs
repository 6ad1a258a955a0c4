namespace TencentImageReplication.Simulator.State;

/// <summary>A copy that is being made.</summary>
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

    /// <summary>Whether the copy ends now, well or badly.</summary>
    public bool IsOver(DateTimeOffset now) => _cycle.Ending switch
    {
        CopyEnding.Normal => Way(now) >= 1,
        CopyEnding.Stuck => false,
        _ => Way(now) >= _cycle.BreaksAt,
    };

    public int? Percent(DateTimeOffset now)
    {
        var way = _cycle.Ending == CopyEnding.Normal ? Way(now) : Math.Min(Way(now), _cycle.BreaksAt);
        if (way < _cycle.PercentMissingUntil)
            return null;
        return _cycle.Progress == CopyProgress.Jump ? 0 : Math.Min(99, (int)(way * 100));
    }

    /// <summary>Whether somebody who asks now is told nothing of it. Asking counts.</summary>
    public bool HidesFromPoll(DateTimeOffset now)
    {
        if (now - _started < _cycle.HiddenFor)
            return true;
        if (_hiddenPolls == 0)
            return false;
        _hiddenPolls--;
        return true;
    }

    private double Way(DateTimeOffset now) =>
        _duration <= TimeSpan.Zero ? 1 : Math.Min(1, (now - _started).TotalMilliseconds / _duration.TotalMilliseconds);
}
