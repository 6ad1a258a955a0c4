using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.State;

/// <summary>Limits the requests of an account for an action in any second. Refused requests do not count.</summary>
internal sealed class RateLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(string Account, string Action), Queue<DateTimeOffset>> _recent = [];

    public void Take(string accountId, string service, string action, DateTimeOffset now, SimulatedCloudOptions options)
    {
        if (!options.EnforceRateLimits)
            return;
        var named = $"{service}:{action}";
        var key = (accountId, named);
        if (!_recent.TryGetValue(key, out var recent))
            _recent[key] = recent = new Queue<DateTimeOffset>();
        while (recent.Count > 0 && now - recent.Peek() >= Window)
            recent.Dequeue();
        var limit = options.RateLimits.TryGetValue(named, out var documented) || options.RateLimits.TryGetValue(action, out documented) ? documented : options.DefaultRateLimit;
        if (recent.Count >= limit)
            throw new ServiceException(options.RateLimitErrorCode, FormattableString.Invariant($"{action}: {limit}/s"));
        recent.Enqueue(now);
    }
}
