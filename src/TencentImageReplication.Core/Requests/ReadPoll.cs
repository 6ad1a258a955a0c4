using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Requests;

/// <summary>Repeats a read until its result is complete or the time is over.</summary>
internal sealed class ReadPoll(TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Reads until the result is complete, or until a read that began after the end of the window.</summary>
    /// <param name="region">The region, for the log.</param>
    /// <param name="window">The time to poll.</param>
    /// <param name="backoff">The pauses.</param>
    /// <param name="readAsync">Reads the result once.</param>
    /// <param name="isComplete">Checks whether a result is complete.</param>
    /// <param name="cancellationToken">Cancels the poll.</param>
    /// <returns>The last result, or the error of the last read.</returns>
    public async Task<(T? Value, TencentCloudException? Error)> RunAsync<T>(
        string region,
        TimeSpan window,
        Backoff backoff,
        Func<Task<T>> readAsync,
        Func<T, bool> isComplete,
        CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        for (; ; backoff = backoff.Next)
        {
            // A read may take long: what it does not find did not exist when it began.
            var began = timeProvider.GetElapsedTime(start);
            try
            {
                var value = await readAsync();
                if (began >= window || isComplete(value))
                    return (value, null);
            }
            catch (TencentCloudException exception)
            {
                RequestLog.NoResponse(logger, region, exception.Code);
                if (began >= window)
                    return (default, exception);
            }

            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }
}
