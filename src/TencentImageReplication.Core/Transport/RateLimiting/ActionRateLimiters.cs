using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.RateLimiting;

/// <summary>
/// The rate limiters of the process. The service counts requests per account and action, over all regions, so all calls to one
/// host with credentials from one source share a rate limiter.
/// </summary>
internal sealed class ActionRateLimiters(TimeProvider time)
{
    private const int SweepAt = 256;

    // A little more than a second, because the service counts requests when they arrive, not when they leave.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1045);
    private static readonly TimeSpan IdleBeforeSweep = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<string, SlidingWindowRateLimiter> _limiters = new(StringComparer.Ordinal);

    internal int Count
    {
        get
        {
            lock (_gate)
                return _limiters.Count;
        }
    }

    /// <summary>Waits until the rate limit allows a call.</summary>
    public Task WaitAsync(string host, string rateKey, ApiCall call, CancellationToken cancellationToken) =>
        Get(host, rateKey, call).WaitAsync(cancellationToken);

    private SlidingWindowRateLimiter Get(string host, string rateKey, ApiCall call)
    {
        lock (_gate)
        {
            var key = $"{host} {rateKey} {call.Action}";
            if (!_limiters.TryGetValue(key, out var limiter))
            {
                if (_limiters.Count >= SweepAt)
                    Sweep();
                limiter = new SlidingWindowRateLimiter(call.RequestsPerSecond, Window, time);
                _limiters.Add(key, limiter);
            }

            return limiter;
        }
    }

    // Temporary keys change. Nothing waits for an idle rate limiter, so it can be removed. It is not disposed, because a caller may
    // just have received it.
    private void Sweep()
    {
        foreach (var key in _limiters.Where(pair => pair.Value.IdleDuration > IdleBeforeSweep).Select(pair => pair.Key).ToList())
            _limiters.Remove(key);
    }
}
