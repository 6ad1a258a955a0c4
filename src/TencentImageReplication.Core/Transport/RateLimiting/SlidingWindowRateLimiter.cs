using System.Threading.RateLimiting;

namespace TencentImageReplication.Core.Transport.RateLimiting;

/// <summary>
/// Limits the number of calls that start in any window of time. Other calls wait in order of arrival.
/// </summary>
/// <remarks>
/// The rate limiters of the package are not suitable: they use the system clock, so they cannot be tested in virtual time or
/// used with a simulator that runs faster, and a token bucket allows twice the rate in its first second.
/// </remarks>
internal sealed class SlidingWindowRateLimiter : RateLimiter
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
    private bool _disposed;

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

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
                return _waiters.Count > 0 ? null : _time.GetElapsedTime(_lastUse);
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            Forget();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _permits - _starts.Count,
                CurrentQueuedCount = _waiters.Count,
                TotalSuccessfulLeases = _total,
            };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        CheckCount(permitCount);
        lock (_gate)
            return _waiters.Count == 0 && TryStart() ? Lease.Granted : Lease.Refused;
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        CheckCount(permitCount);
        if (cancellationToken.IsCancellationRequested)
            return new ValueTask<RateLimitLease>(Task.FromCanceled<RateLimitLease>(cancellationToken));

        Waiter waiter;
        lock (_gate)
        {
            if (_disposed)
                return new ValueTask<RateLimitLease>(Lease.Refused);

            if (_waiters.Count == 0 && TryStart())
                return new ValueTask<RateLimitLease>(Lease.Granted);

            waiter = new Waiter();
            waiter.Node = _waiters.AddLast(waiter);
            if (_waiters.Count == 1)
                SetTimer();
        }

        return new ValueTask<RateLimitLease>(WaitAsync(waiter, cancellationToken));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        List<Waiter> left;
        lock (_gate)
        {
            _disposed = true;
            left = [.. _waiters];
            _waiters.Clear();
        }

        _timer.Dispose();
        foreach (var waiter in left)
            waiter.TrySetResult(Lease.Refused);
        base.Dispose(disposing);
    }

    private async Task<RateLimitLease> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => Leave(waiter, cancellationToken)))
            return await waiter.Task;
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
            if (_disposed)
                return;

            while (_waiters.First is { } first && TryStart())
            {
                _waiters.RemoveFirst();
                // The continuation runs on another thread (see Waiter), so this is safe under the lock.
                first.Value.TrySetResult(Lease.Granted);
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

    private void SetTimer()
    {
        var wait = _starts.Count == 0 ? TimeSpan.Zero : _window - _time.GetElapsedTime(_starts.Peek());
        _timer.Change(wait < ShortestTimer ? ShortestTimer : wait, Timeout.InfiniteTimeSpan);
    }

    private static void CheckCount(int permitCount)
    {
        if (permitCount != 1)
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "Calls start one at a time.");
    }

    private sealed class Waiter() : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public LinkedListNode<Waiter> Node { get; set; } = null!;
    }

    private sealed class Lease(bool granted) : RateLimitLease
    {
        public static readonly Lease Granted = new(true);
        public static readonly Lease Refused = new(false);

        public override bool IsAcquired => granted;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
