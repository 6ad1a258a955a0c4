namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Time that stands still until whoever drives it lets the next timer have its turn.</summary>
internal abstract class TimerQueueClock(DateTimeOffset start) : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<QueuedTimer, (long Due, long Order)> _timers = new();
    private long _now = start.UtcTicks;
    private long _order;

    public sealed override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public sealed override long GetTimestamp() => Interlocked.Read(ref _now);

    public sealed override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public sealed override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new QueuedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets the timer that is due next have its turn, at its time.</summary>
    /// <param name="until">The latest time that counts, in ticks.</param>
    /// <returns>Whether there was one by then.</returns>
    protected bool FireNext(long until)
    {
        if (TakeDue(until) is not { } timer)
            return false;
        timer.Fire();
        return true;
    }

    /// <summary>Sets the time, in ticks.</summary>
    protected void SetTimestamp(long now) => Interlocked.Exchange(ref _now, now);

    private QueuedTimer? TakeDue(long until)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out var key))
            {
                if (timer.Key != key)
                {
                    _timers.Dequeue();
                    continue;
                }

                if (key.Due > until)
                    return null;
                _timers.Dequeue();
                SetTimestamp(Math.Max(_now, key.Due));
                timer.Key = null;
                return timer;
            }

            return null;
        }
    }

    private void Schedule(QueuedTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Key = dueTime == Timeout.InfiniteTimeSpan ? null : (GetTimestamp() + dueTime.Ticks, _order++);
            if (timer.Key is { } key)
                _timers.Enqueue(timer, key);
        }
    }

    private sealed class QueuedTimer(TimerQueueClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>Where the timer stands in the queue; null when it does not.</summary>
        public (long Due, long Order)? Key { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
                clock.Schedule(this, _period);
            callback(state);
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
