using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// Sends a request and reads the whole response under one deadline for connecting, headers and body, so that a stalled body
/// does not block the caller.
/// </summary>
/// <param name="handler">Sends requests.</param>
/// <param name="proxy">The proxy that it uses, which errors name.</param>
/// <param name="time">The clock of the deadline.</param>
/// <param name="deadline">The maximum time of an exchange.</param>
/// <param name="maxResponseBytes">The maximum size of a body.</param>
#pragma warning disable CA1001 // The handler is shared or belongs to the caller, so neither it nor its invoker is disposed.
internal sealed class HttpExchange(HttpMessageHandler handler, SystemProxy? proxy, TimeProvider time, TimeSpan deadline, int maxResponseBytes)
#pragma warning restore CA1001
{
    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);

    /// <exception cref="TencentCloudException">No response was read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    public async Task<RawResponse> SendAsync(
        ApiCall call, ServiceEndpoint endpoint, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timer = time.CancelAfter(deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        Task<HttpResponseMessage>? sending = null;
        var responded = false;
        try
        {
            sending = _invoker.SendAsync(request, either.Token);
            // A handler that ignores the token is abandoned.
            using var response = await sending.WaitAsync(Timeout.InfiniteTimeSpan, time, either.Token);
            responded = true;
            var body = response.Content is null
                ? new MemoryStream()
                : await BoundedBody.ReadAsync(response.Content, maxResponseBytes, time, either.Token);
            return new RawResponse(
                endpoint.Host, proxy?.NameFor(endpoint.Uri), response.StatusCode, response.Content?.Headers.ContentType?.MediaType, RetryAfter(response),
                body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (Exception exception) when (ExchangeFailure.IsExpected(exception))
        {
            if (!responded && sending is not null)
                DisposeLate(sending);
            // Cancellation and deadline can surface as any exception of the stream, so check the tokens: the caller's first.
            cancellationToken.ThrowIfCancellationRequested();
            var via = proxy?.NameFor(endpoint.Uri);
            throw timer.IsCancellationRequested
                ? ExchangeFailure.TimedOut(call, endpoint, via, deadline, exception)
                : ExchangeFailure.Lost(call, endpoint, via, responded, maxResponseBytes, exception);
        }
    }

    // The header contains seconds or a date. The response's own date makes the result independent of the clock of this machine.
    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter is { } header
        ? header.Delta ?? (header.Date - (response.Headers.Date ?? time.GetUtcNow()))
        : null;

    // A response that comes after all is disposed, and an error is observed.
    private static void DisposeLate(Task<HttpResponseMessage> sending) => sending.ContinueWith(
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
}
