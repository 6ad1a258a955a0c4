using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Makes the first attempt at a call, and has it repeated when it fails and that helps.</summary>
/// <remarks>
/// Most calls need no second attempt, and a process that makes one call should not have to load and compile what only the
/// second needs.
/// </remarks>
internal sealed class Attempts(int maxAttempts, RetryBudget budget, Func<double>? jitter, TimeProvider time, ILogger logger)
{
    private readonly Lazy<RetryPipeline> _repeats = new(() => new RetryPipeline(maxAttempts, budget, jitter, time, logger));

    /// <summary>Makes attempts until one succeeds or repeating is over.</summary>
    /// <param name="call">What is attempted.</param>
    /// <param name="attempt">Makes one attempt; told its number, from 1 on.</param>
    /// <param name="cancellationToken">Ends attempts and pauses.</param>
    public async Task<T> ExecuteAsync<T>(
        ApiCall call, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        TencentCloudException failure;
        try
        {
            var result = await attempt(1, cancellationToken).ConfigureAwait(false);
            budget.GiveBack(0);
            return result;
        }
        catch (TencentCloudException exception) when (maxAttempts > 1 && RetryRules.ShouldRepeat(exception, call.MayRepeat))
        {
            failure = exception;
        }

        return await _repeats.Value.RepeatAsync(call, failure, attempt, cancellationToken).ConfigureAwait(false);
    }
}
