using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.RateLimiting;
using TencentImageReplication.Core.Transport.Retry;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Core.Transport;

/// <summary>
/// Carries calls to Tencent Cloud: <c>retry( limit → credentials → sign → send → parse → classify )</c>. Made once
/// per account and used by many threads; there is nothing to dispose of.
/// </summary>
public sealed class TencentCloudConnection
{
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(1);

    private readonly TencentCloudConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpExchange _exchange;
    private readonly ActionLimiters _limiters;
    private readonly RetryLoop _retry;
    private readonly ILogger _logger;

    /// <param name="options">How to reach the service.</param>
    /// <exception cref="ArgumentException">A setting has no sensible value.</exception>
    public TencentCloudConnection(TencentCloudConnectionOptions options)
    {
        Check(options.Language is "en-US" or "zh-CN", "The language is en-US or zh-CN.");
        Check(
            options.RequestDeadline > TimeSpan.Zero && options.RequestDeadline <= LongestDeadline,
            "The request deadline is longer than nothing and at most a day.");
        Check(options.MaxAnswerBytes > 0, "The largest answer has at least one byte.");
        Check(options.MaxAttempts > 0, "There is at least one attempt.");

        _options = options;
        _time = options.TimeProvider;
        _logger = options.Logger;
        _exchange = new HttpExchange(
            options.Handler ?? SharedHandler.Instance, _time, options.RequestDeadline, options.MaxAnswerBytes);
        _limiters = options.Limiters ?? new ActionLimiters(_time);
        Budget = new RetryBudget();
        _retry = new RetryLoop(options.MaxAttempts, Budget, options.Jitter, _time);

        static void Check(bool holds, string rule)
        {
            if (!holds)
                throw new ArgumentException(rule, nameof(options));
        }
    }

    private TencentCloudConnection(TencentCloudConnection shared, ILogger logger)
    {
        _options = shared._options;
        _time = shared._time;
        _exchange = shared._exchange;
        _limiters = shared._limiters;
        _retry = shared._retry;
        Budget = shared.Budget;
        _logger = logger;
    }

    /// <summary>Where the credentials come from, for people.</summary>
    public string CredentialDescription => _options.Credentials.Description;

    /// <summary>Which hosts serve the account.</summary>
    public EndpointResolver Endpoints => _options.Endpoints;

    internal RetryBudget Budget { get; }

    /// <summary>The same connection, with the log of a command.</summary>
    public TencentCloudConnection For(CommandScope scope) => LoggingTo(scope.Log);

    internal TencentCloudConnection LoggingTo(ILogger logger) => new(this, logger);

    /// <summary>Makes a call, repeating it where that helps and is safe.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="region">The region; null for an action without one.</param>
    /// <param name="cancellationToken">Ends the call, wherever it is. The service may have acted all the same.</param>
    /// <exception cref="TencentCloudException">The call failed.</exception>
    /// <exception cref="ArgumentException">The region ID has characters that no region ID has.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        ApiAction<TRequest, TResponse> action, TRequest request, string? region, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        var endpoint = Endpoints.Resolve(action.Service, region);
        var call = ApiCall.Create(action, request, region);
        return _retry.RunAsync(
            call,
            (attempt, token) => AttemptAsync(call, endpoint, action, attempt, token),
            _logger,
            cancellationToken);
    }

    private async Task<TResponse> AttemptAsync<TRequest, TResponse>(
        ApiCall call,
        ServiceEndpoint endpoint,
        ApiAction<TRequest, TResponse> action,
        int attempt,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        // Whose rate it is follows from the source, else from the key. The key to sign with is asked for after the wait: one
        // that is temporary may not survive it.
        var rateKey = _options.Credentials.RateKey ?? (await GetCredentialAsync(call, cancellationToken).ConfigureAwait(false)).SecretId;
        await _limiters.WaitAsync(endpoint.Host, rateKey, call, cancellationToken).ConfigureAwait(false);
        var credential = await GetCredentialAsync(call, cancellationToken).ConfigureAwait(false);

        var start = _time.GetTimestamp();
        string? requestId = null;
        var outcome = "Cancelled";
        try
        {
            using var request = SignedRequest.Create(
                call, endpoint, credential, _time.GetUtcNow(), _options.Language, _options.UserAgent);
            var answer = await _exchange.SendAsync(call, endpoint, request, cancellationToken).ConfigureAwait(false);
            var response = ResponseReader.Read(answer, call, credential, action.Format, out requestId);
            outcome = "OK";
            return response;
        }
        catch (TencentCloudException exception)
        {
            (outcome, requestId) = (exception.Code, exception.RequestId);
            throw;
        }
        finally
        {
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                var milliseconds = _time.GetElapsedTime(start).TotalMilliseconds;
                TransportLog.Attempted(_logger, call.Action, call.Region, attempt, milliseconds, outcome, requestId);
            }
        }
    }

    private async Task<TencentCredential> GetCredentialAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await _options.Credentials.GetAsync(_logger, cancellationToken).AsTask()
                .WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException exception)
        {
            throw new TencentCloudException(
                TencentCloudErrorKind.Credential, ClientErrorCodes.CredentialError, exception.Message, call.Action,
                call.Region, innerException: exception);
        }
    }
}
