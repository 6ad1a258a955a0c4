namespace TencentImageReplication.Core.Transport.RateLimiting;

/// <summary>
/// Limits the number of calls that start in any window of time. Other calls wait in order of arrival.
/// </summary>
/// <remarks>
/// The rate limiters of <c>System.Threading.RateLimiting</c> are not suitable: they use the system clock, so they cannot be tested in
/// virtual time or used with a simulator that runs faster, and a token bucket allows twice the rate in its first second.
/// </remarks>
#pragma warning disable CA1001 // The timer ends by itself when nothing waits. A caller may just have received this, so nothing disposes it.
internal sealed class SlidingWindowRateLimiter
#pragma warning restore CA1001
{
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly int _permits;
    private readonly TimeSpan _window;
    private readonly Queue<long> _starts;
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly ITimer _timer;
    private long _total;
    private long _lastUse;

    /// <param name="permits">The maximum number of calls that start in a window.</param>
    /// <param name="window">The length of a window.</param>
    /// <param name="time">The clock.</param>
    public SlidingWindowRateLimiter(int permits, TimeSpan window, TimeProvider time)
    {
        _permits = permits;
        _window = window;
        _time = time;
        _starts = new Queue<long>(permits);
        _lastUse = time.GetTimestamp();
        // The timer must not capture the execution context of the caller that happens to create this.
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time since the last start; null while calls wait.</summary>
    public TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
                return _waiters.Count > 0 ? null : _time.GetElapsedTime(_lastUse);
        }
    }

    /// <summary>The number of calls that have started.</summary>
    public long Started
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    /// <summary>The number of calls that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiters.Count;
        }
    }

    /// <summary>Waits until a call may start.</summary>
    /// <param name="cancellationToken">Ends the wait; the call then does not count.</param>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        Waiter waiter;
        lock (_gate)
        {
            if (_waiters.Count == 0 && TryStart())
                return Task.CompletedTask;

            waiter = new Waiter();
            waiter.Node = _waiters.AddLast(waiter);
            if (_waiters.Count == 1)
                SetTimer();
        }

        return WaitAsync(waiter, cancellationToken);
    }

    private async Task WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => Leave(waiter, cancellationToken)))
            await waiter.Task;
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.Node.List is null)
                return;

            _waiters.Remove(waiter.Node);
        }

        waiter.TrySetCanceled(cancellationToken);
    }

    private void Serve()
    {
        lock (_gate)
        {
            while (_waiters.First is { } first && TryStart())
            {
                _waiters.RemoveFirst();
                // The continuation runs on another thread (see Waiter), so this is safe under the lock.
                first.Value.TrySetResult(true);
            }

            if (_waiters.Count > 0)
                SetTimer();
        }
    }

    private bool TryStart()
    {
        Forget();
        if (_starts.Count == _permits)
            return false;

        _lastUse = _time.GetTimestamp();
        _starts.Enqueue(_lastUse);
        _total++;
        return true;
    }

    private void Forget()
    {
        while (_starts.Count > 0 && _time.GetElapsedTime(_starts.Peek()) >= _window)
            _starts.Dequeue();
    }

    // Something waits only while the window is full, so there is a first start.
    private void SetTimer()
    {
        var wait = _window - _time.GetElapsedTime(_starts.Peek());
        _timer.Change(wait < ShortestTimer ? ShortestTimer : wait, Timeout.InfiniteTimeSpan);
    }

    private sealed class Waiter() : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public LinkedListNode<Waiter> Node { get; set; } = null!;
    }
}
