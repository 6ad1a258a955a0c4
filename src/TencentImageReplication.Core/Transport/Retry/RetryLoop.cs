using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Retries a call by the rules, with growing pauses, within the budget of the connection.</summary>
/// <param name="maxAttempts">The most attempts at one call, the first one included.</param>
/// <param name="budget">The budget of the connection.</param>
/// <param name="jitter">Draws the jitter of pauses, from 0 to 1; null for random ones.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryLoop(int maxAttempts, RetryBudget budget, Func<double>? jitter, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(20);

    // A gateway that asks for more is not obeyed: whoever waits at a prompt would take the command for hung.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromSeconds(60);

    private readonly Random _random = new();

    /// <summary>Makes attempts until one succeeds, or its failure is not to be retried.</summary>
    /// <param name="call">The call.</param>
    /// <param name="attempt">Makes one attempt; gets its number, from 1 on.</param>
    /// <param name="logger">Takes what happens.</param>
    /// <param name="cancellationToken">Ends attempts and pauses.</param>
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
                var result = await attempt(number, cancellationToken).ConfigureAwait(false);
                budget.GiveBack(cost);
                return result;
            }
            catch (TencentCloudException failure)
            {
                mayHaveActed |= failure.MayHaveActed;
                cost = number < maxAttempts && RetryRules.ShouldRepeat(failure, call.MayRepeat) ? Take(call, failure, logger) : 0;
                if (cost == 0 && mayHaveActed && !failure.MayHaveActed)
                {
                    // This attempt did nothing for certain, but one before it is not that certain.
                    throw new TencentCloudException(
                        failure.Kind, failure.Code, failure.Message, failure.Action, failure.Region,
                        failure.RequestId, mayHaveActed: true, failure);
                }

                if (cost == 0)
                    throw;
                pause = PauseAfter(number, failure);
            }

            TransportLog.Repeating(logger, call.Action, call.Region, pause.TotalMilliseconds);
            await time.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private int Take(ApiCall call, TencentCloudException failure, ILogger logger)
    {
        var cost = budget.Take(failure.Kind);
        if (cost == 0)
            TransportLog.BudgetSpent(logger, call.Action, call.Region);
        return cost;
    }

    // 1, 2, 4… seconds, of which half is drawn, so that those who failed together do not come back together.
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
