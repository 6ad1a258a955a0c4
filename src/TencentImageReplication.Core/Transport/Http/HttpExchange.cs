using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// Sends a request and reads its answer in full, under one deadline for connecting, headers and body: a body that
/// stalls must not hang the caller.
/// </summary>
#pragma warning disable CA1001 // The handler is shared or the caller's, so neither it nor its invoker is disposed of.
internal sealed class HttpExchange(HttpMessageHandler handler, TimeProvider time, TimeSpan deadline, int maxAnswerBytes)
#pragma warning restore CA1001
{
    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

    /// <exception cref="TencentCloudException">No answer was read.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RawResponse> SendAsync(
        ApiCall call, ServiceEndpoint endpoint, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timer = time.CancelAfter(deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var answered = false;
        try
        {
            using var response = await SendAsync(request, either.Token).ConfigureAwait(false);
            answered = true;
            var body = response.Content is null
                ? new MemoryStream()
                : await BoundedBody.ReadAsync(response.Content, maxAnswerBytes, time, either.Token).ConfigureAwait(false);
            return new RawResponse(
                endpoint.Host, response.StatusCode, response.Content?.Headers.ContentType?.MediaType, RetryAfter(response),
                body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (Exception exception) when (ExchangeFailure.IsExpected(exception))
        {
            // The caller's wish first, then the deadline: either shows as whatever the stream was doing just then.
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.IsCancellationRequested
                ? ExchangeFailure.TimedOut(call, endpoint, deadline, exception)
                : ExchangeFailure.Lost(call, endpoint, answered, maxAnswerBytes, exception);
        }
    }

    // The header has seconds, or a date.
    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;

    // A handler that does not listen to the token is left to itself; what it brings later is thrown away.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sending = _invoker.SendAsync(request, cancellationToken);
        try
        {
            return await sending.WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = sending.ContinueWith(
                late =>
                {
                    if (late.Status == TaskStatus.RanToCompletion)
                        late.GetAwaiter().GetResult().Dispose();
                    else
                        _ = late.Exception;
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
    }
}
