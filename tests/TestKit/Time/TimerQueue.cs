namespace TencentImageReplication.TestKit.Time;

/// <summary>The timers of a <see cref="VirtualClock"/>, by the time at which they are due, and the time itself.</summary>
internal sealed class TimerQueue(DateTimeOffset start)
{
    private readonly object _gate = new();
    private readonly PriorityQueue<QueuedTimer, (long Due, long Order)> _timers = new();
    private long _now = start.UtcTicks;
    private long _order;

    /// <summary>The time, in ticks.</summary>
    public long Now
    {
        get => Interlocked.Read(ref _now);
        set => Interlocked.Exchange(ref _now, value);
    }

    /// <summary>True when no timer is set.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _timers.UnorderedItems.All(item => item.Element.Key != item.Priority);
        }
    }

    /// <summary>Creates a timer.</summary>
    public ITimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new QueuedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time on to the timer that is due next, and fires it.</summary>
    /// <param name="until">The latest time that counts, in ticks.</param>
    /// <returns>Whether a timer is due by then.</returns>
    public bool FireNext(long until)
    {
        if (TakeDue(until) is not { } timer)
            return false;
        timer.Fire();
        return true;
    }

    private QueuedTimer? TakeDue(long until)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out var key))
            {
                // It was changed or disposed of since.
                if (timer.Key != key)
                {
                    _timers.Dequeue();
                    continue;
                }

                if (key.Due > until)
                    return null;
                _timers.Dequeue();
                Now = Math.Max(Now, key.Due);
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
            timer.Key = dueTime == Timeout.InfiniteTimeSpan ? null : (Now + dueTime.Ticks, _order++);
            if (timer.Key is { } key)
                _timers.Enqueue(timer, key);
        }
    }

    private sealed class QueuedTimer(TimerQueue queue, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>The place in the queue; null when the timer is not set.</summary>
        public (long Due, long Order)? Key { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            queue.Schedule(this, dueTime);
            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
                queue.Schedule(this, _period);
            callback(state);
        }

        public void Dispose() => queue.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
