using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Retries a call by the rules, with growing pauses, within the retry budget.</summary>
/// <param name="maxAttempts">The maximum number of attempts, including the first one.</param>
/// <param name="budget">The budget of the connection.</param>
/// <param name="jitter">Returns the jitter of a pause, from 0 to 1; null for random values.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryLoop(int maxAttempts, RetryBudget budget, Func<double>? jitter, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(20);

    // Longer waits are cut, because a user at a prompt would think that the command hangs.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromSeconds(60);

    private readonly Random _random = new();

    /// <summary>Makes attempts until one succeeds or fails with an error that must not be retried.</summary>
    /// <param name="call">The call.</param>
    /// <param name="attempt">Makes one attempt; receives its number, starting with 1.</param>
    /// <param name="logger">Receives log messages.</param>
    /// <param name="cancellationToken">Cancels attempts and pauses.</param>
    /// <exception cref="TencentCloudException">The last attempt failed.</exception>
    public async Task<T> RunAsync<T>(
        ApiCall call, Func<int, CancellationToken, Task<T>> attempt, ILogger logger, CancellationToken cancellationToken)
    {
        var mayHaveActed = false;
        var cost = 0;
        for (var number = 1; ; number++)
        {
            TimeSpan pause;
            try
            {
                var result = await attempt(number, cancellationToken);
                budget.GiveBack(cost);
                return result;
            }
            catch (TencentCloudException failure)
            {
                mayHaveActed |= failure.MayHaveActed;
                cost = number < maxAttempts && RetryRules.ShouldRetry(failure, call.MayRetry) ? Take(call, failure, logger) : 0;
                if (cost == 0 && mayHaveActed && !failure.MayHaveActed)
                {
                    // This attempt certainly did nothing, but an earlier one may have acted.
                    throw new TencentCloudException(
                        failure.Kind, failure.Code, failure.Message, failure.Action, failure.Region,
                        failure.RequestId, mayHaveActed: true, failure);
                }

                if (cost == 0)
                    throw;
                pause = PauseAfter(number, failure);
            }

            TransportLog.Retrying(logger, call.Action, call.Region, pause.TotalMilliseconds);
            await time.PauseAsync(pause, cancellationToken);
        }
    }

    private int Take(ApiCall call, TencentCloudException failure, ILogger logger)
    {
        var cost = budget.Take(failure.Kind);
        if (cost == 0)
            TransportLog.BudgetSpent(logger, call.Action, call.Region);
        return cost;
    }

    // 1, 2, 4… seconds, half of it random, so that calls that failed together do not retry together.
    private TimeSpan PauseAfter(int number, TencentCloudException failure)
    {
        var seconds = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, number - 1), MaxPause.TotalSeconds);
        var pause = TimeSpan.FromSeconds(seconds * (1 + (jitter?.Invoke() ?? NextRandom())) / 2);
        var asked = failure.RetryAfter is { } after && after > pause ? after : pause;
        return asked < MaxRetryAfter ? asked : MaxRetryAfter;
    }

    private double NextRandom()
    {
        lock (_random)
            return _random.NextDouble();
    }
}
