using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Repeats attempts by the rules, with growing pauses, within the budget.</summary>
internal sealed class RetryPipeline
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline _pipeline;
    private readonly RetryBudget _budget;
    private readonly int _maxAttempts;
    private readonly ILogger _logger;

    public RetryPipeline(int maxAttempts, RetryBudget budget, Func<double>? jitter, TimeProvider time, ILogger logger)
    {
        _maxAttempts = maxAttempts;
        _budget = budget;
        _logger = logger;
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        var strategy = new RetryStrategyOptions
        {
            MaxRetryAttempts = maxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            ShouldHandle = arguments => new ValueTask<bool>(ShouldRepeat(arguments)),
            OnRetry = arguments =>
            {
                var progress = ProgressOf(arguments.Context);
                TransportLog.Repeating(_logger, progress.Call.Action, progress.Call.Region, arguments.RetryDelay.TotalMilliseconds);
                return default;
            },
        };
        if (jitter is not null)
            strategy.Randomizer = jitter;
        builder.AddRetry(strategy);
        _pipeline = builder.Build();
    }

    /// <summary>Makes more attempts after a first one that failed, until one succeeds or repeating is over.</summary>
    /// <param name="call">What is attempted.</param>
    /// <param name="first">How the first attempt failed.</param>
    /// <param name="attempt">Makes one attempt; told its number, from 2 on.</param>
    /// <param name="cancellationToken">Ends attempts and pauses.</param>
    public async Task<T> RepeatAsync<T>(
        ApiCall call, TencentCloudException first, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var progress = new Progress(call);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Keys.Progress, progress);
        try
        {
            var result = await _pipeline.ExecuteAsync(
                async (ResilienceContext inner, Progress state) =>
                {
                    // The first attempt has been made: here it only fails again, so that all that follows counts from it.
                    state.Attempts++;
                    if (state.Attempts == 1)
                        ExceptionDispatchInfo.Capture(first).Throw();
                    return await attempt(state.Attempts, inner.CancellationToken).ConfigureAwait(false);
                },
                context,
                progress).ConfigureAwait(false);
            _budget.GiveBack(progress.Taken);
            return result;
        }
        catch (TencentCloudException exception) when (progress.MayHaveActed && !exception.MayHaveActed)
        {
            // The last attempt did nothing for certain, but one before it is not that certain.
            throw new TencentCloudException(
                exception.Kind, exception.Code, exception.Message, exception.Action, exception.Region,
                exception.RequestId, mayHaveActed: true, exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool ShouldRepeat(RetryPredicateArguments<object> arguments)
    {
        if (arguments.Outcome.Exception is not TencentCloudException failure)
            return false;

        var progress = ProgressOf(arguments.Context);
        progress.MayHaveActed |= failure.MayHaveActed;
        if (progress.Attempts >= _maxAttempts || !RetryRules.ShouldRepeat(failure, progress.Call.MayRepeat))
            return false;

        progress.Taken = _budget.Take(failure.Kind);
        if (progress.Taken == 0)
            TransportLog.BudgetSpent(_logger, progress.Call.Action, progress.Call.Region);
        return progress.Taken > 0;
    }

    private static Progress ProgressOf(ResilienceContext context) => context.Properties.GetValue(Keys.Progress, null!);

    private sealed class Progress(ApiCall call)
    {
        public ApiCall Call { get; } = call;

        public int Attempts { get; set; }

        public int Taken { get; set; }

        public bool MayHaveActed { get; set; }
    }

    // A class of its own: to know this one, the runtime would have to load the package for the sake of a field that is a value,
    // and each call knows this one.
    private static class Keys
    {
        public static readonly ResiliencePropertyKey<Progress> Progress = new("progress");
    }
}
