using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Retries a call by the rules, with growing pauses.</summary>
/// <remarks>
/// Failures are retried a few times, within the retry budget. Throttled calls did nothing, so they are retried for as long as the
/// user allows, and cost no budget.
/// </remarks>
/// <param name="maxAttempts">The maximum number of attempts that fail for other reasons than throttling.</param>
/// <param name="maxThrottleWait">The maximum time that a call waits because the service throttles it.</param>
/// <param name="budgets">The budgets of the connection.</param>
/// <param name="jitter">Returns the jitter of a pause, from 0 to 1; null for random values.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryLoop(int maxAttempts, TimeSpan maxThrottleWait, RetryBudgets budgets, Func<double>? jitter, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(20);

    // For failures, longer waits are cut, because a user at a prompt would think that the command hangs.
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
        var state = new CallState();
        for (var number = 1; ; number++)
        {
            TimeSpan pause;
            try
            {
                var result = await attempt(number, cancellationToken);
                budgets.For(call).GiveBack(state.Cost);
                return result;
            }
            catch (TencentCloudException failure)
            {
                state.MayHaveActed |= failure.MayHaveActed;
                var next = failure.Kind == TencentCloudErrorKind.Throttled
                    ? PauseAfterThrottling(call, failure, state, logger)
                    : PauseAfterFailure(call, failure, state, logger);
                if (next is null && state.MayHaveActed && !failure.MayHaveActed)
                {
                    // This attempt certainly did nothing, but an earlier one may have acted.
                    throw new TencentCloudException(
                        failure.Kind, failure.Code, failure.Message, failure.Action, failure.Region,
                        failure.RequestId, mayHaveActed: true, failure);
                }

                if (next is null)
                    throw;
                pause = next.Value;
            }

            await time.PauseAsync(pause, cancellationToken);
        }
    }

    // The pauses add up, not the attempts: their time depends on the rate limiter, which all calls share.
    private TimeSpan? PauseAfterThrottling(ApiCall call, TencentCloudException failure, CallState state, ILogger logger)
    {
        var left = maxThrottleWait - state.ThrottleWait;
        if (left <= TimeSpan.Zero)
            return null;
        var pause = Longer(Backoff(++state.Throttlings), failure.RetryAfter);
        pause = pause < left ? pause : left;
        state.ThrottleWait += pause;
        TransportLog.Throttled(logger, call.Action, call.Region, pause, state.ThrottleWait, maxThrottleWait);
        return pause;
    }

    private TimeSpan? PauseAfterFailure(ApiCall call, TencentCloudException failure, CallState state, ILogger logger)
    {
        if (++state.Failures >= maxAttempts || !RetryRules.ShouldRetry(failure, call.MayRetry))
            return null;
        state.Cost = budgets.For(call).Take(failure.Kind);
        if (state.Cost == 0)
        {
            TransportLog.BudgetSpent(logger, call.Action, call.Region);
            return null;
        }

        var pause = Longer(Backoff(state.Failures), failure.RetryAfter);
        pause = pause < MaxRetryAfter ? pause : MaxRetryAfter;
        TransportLog.Retrying(logger, call.Action, call.Region, pause.TotalMilliseconds);
        return pause;
    }

    // 1, 2, 4… seconds, half of it random, so that calls that failed together do not retry together.
    private TimeSpan Backoff(int number)
    {
        var seconds = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, number - 1), MaxPause.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 + (jitter?.Invoke() ?? NextRandom())) / 2);
    }

    private static TimeSpan Longer(TimeSpan pause, TimeSpan? retryAfter) => retryAfter is { } after && after > pause ? after : pause;

    private double NextRandom()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private sealed class CallState
    {
        public bool MayHaveActed { get; set; }

        public int Failures { get; set; }

        public int Throttlings { get; set; }

        public TimeSpan ThrottleWait { get; set; }

        /// <summary>The cost of the last retry.</summary>
        public int Cost { get; set; }
    }
}
