using System.Threading.RateLimiting;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.RateLimiting;

/// <summary>
/// The limiters of the process: the service counts requests per account and action, over all regions, so everything
/// that calls one host with the keys of one source shares them.
/// </summary>
internal sealed class ActionLimiters(TimeProvider time)
{
    private const int SweepAt = 256;

    // A little more than a second: the service counts when requests arrive, not when they leave.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1045);
    private static readonly TimeSpan IdleBeforeSweep = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<(string Host, string RateKey, string Action), RateLimiter> _limiters = [];

    internal int Count
    {
        get
        {
            lock (_gate)
                return _limiters.Count;
        }
    }

    /// <summary>Waits for a call's turn.</summary>
    public async Task WaitAsync(string host, string rateKey, ApiCall call, CancellationToken cancellationToken)
    {
        using var lease = await Get(host, rateKey, call).AcquireAsync(1, cancellationToken).ConfigureAwait(false);
    }

    private RateLimiter Get(string host, string rateKey, ApiCall call)
    {
        lock (_gate)
        {
            var key = (host, rateKey, call.Action);
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

    // Temporary keys come and go. Nothing waits at a limiter that has been idle, so it can be dropped; it is not
    // disposed of, since somebody may just have been handed it.
    private void Sweep()
    {
        foreach (var key in _limiters.Where(pair => pair.Value.IdleDuration > IdleBeforeSweep).Select(pair => pair.Key).ToList())
            _limiters.Remove(key);
    }
}
