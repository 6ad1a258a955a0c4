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
/// Sends calls to Tencent Cloud: <c>retry( rate limit → credentials → sign → send → parse → classify )</c>. Created once for
/// each account and used by many threads. It needs no disposal.
/// </summary>
public sealed class TencentCloudConnection
{
    private static int _count;

    private static readonly TimeSpan MaxDeadline = TimeSpan.FromDays(1);

    private readonly TencentCloudConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpExchange _exchange;
    private readonly ActionRateLimiters _rateLimiters;
    private readonly RetryLoop _retry;
    private readonly ILogger _logger;
    private readonly int _number;

    /// <param name="options">The settings of the connection.</param>
    /// <exception cref="ArgumentException">A setting has an invalid value.</exception>
    public TencentCloudConnection(TencentCloudConnectionOptions options)
    {
        Check(options.Language is "en-US" or "zh-CN", "The language must be en-US or zh-CN.");
        Check(
            options.RequestDeadline > TimeSpan.Zero && options.RequestDeadline <= MaxDeadline,
            "The request deadline must be greater than zero and at most one day.");
        Check(options.MaxResponseBytes > 0, "The maximum response size must be at least one byte.");
        Check(options.MaxAttempts > 0, "The maximum number of attempts must be at least one.");
        Check(
            options.MaxThrottleWait >= TimeSpan.Zero && options.MaxThrottleWait <= MaxDeadline,
            "The maximum wait for throttling must be zero to one day.");

        _number = Interlocked.Increment(ref _count);
        _options = options;
        _time = options.TimeProvider;
        _logger = options.Logger;
        _exchange = new HttpExchange(
            options.Handler ?? SharedHandler.Instance, options.Handler is null ? SystemProxy.Instance : null, _time, options.RequestDeadline,
            options.MaxResponseBytes);
        _rateLimiters = options.RateLimiters ?? new ActionRateLimiters(_time);
        Budgets = new RetryBudgets();
        _retry = new RetryLoop(options.MaxAttempts, options.MaxThrottleWait, Budgets, options.Jitter, _time);

        static void Check(bool holds, string rule)
        {
            if (!holds)
                throw new ArgumentException(rule, nameof(options));
        }
    }

    private TencentCloudConnection(TencentCloudConnection shared, ILogger logger)
    {
        _number = shared._number;
        _options = shared._options;
        _time = shared._time;
        _exchange = shared._exchange;
        _rateLimiters = shared._rateLimiters;
        _retry = shared._retry;
        Budgets = shared.Budgets;
        _logger = logger;
    }

    /// <summary>A description of the source of the credentials, for users.</summary>
    public string CredentialDescription => _options.Credentials.Description;

    /// <summary>Finds the hosts of services.</summary>
    public EndpointResolver Endpoints => _options.Endpoints;

    internal RetryBudgets Budgets { get; }

    internal ICredentialSource Credentials => _options.Credentials;

    internal TimeProvider TimeProvider => _time;

    /// <summary>True when a handler of this process sends the requests, such as the simulator.</summary>
    internal bool IsInProcess => _options.Handler is not null;

    /// <summary>Returns this connection with the log of a command.</summary>
    public TencentCloudConnection For(CommandScope scope) => LoggingTo(scope.Log);

    internal TencentCloudConnection LoggingTo(ILogger logger) => new(this, logger);

    /// <summary>Returns a connection with other credentials, and with the hosts, the settings and the log of this one.</summary>
    internal TencentCloudConnection With(ICredentialSource credentials) =>
        new(_options with { Credentials = credentials, RateLimiters = _rateLimiters, Logger = _logger });

    /// <summary>Returns a text that is the same for all connections of this process to one account at one endpoint.</summary>
    /// <exception cref="TencentCloudException">There are no credentials.</exception>
    internal async Task<string> GetAccountAsync<TRequest, TResponse>(ApiAction<TRequest, TResponse> action, CancellationToken cancellationToken)
        where TRequest : class, new()
        where TResponse : class
    {
        // A handler in this process is a service of its own, whatever its address.
        var service = _options.Handler is null ? Endpoints.Resolve(action.Service, region: null).Host : $"handler-{_number}";
        var key = _options.Credentials.RateKey
            ?? (await GetCredentialAsync(ApiCall.Create(action, new TRequest(), region: null), cancellationToken)).SecretId;
        return $"{service} {key}";
    }

    /// <summary>Makes a call. Retries it if that is useful and safe.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">The request.</param>
    /// <param name="region">The region; null for an action without one.</param>
    /// <param name="cancellationToken">Cancels the call. The service may still have acted.</param>
    /// <param name="attempting">Receives the number of each attempt before it is sent.</param>
    /// <exception cref="TencentCloudException">The call failed.</exception>
    /// <exception cref="ArgumentException">The region is missing, or its ID contains invalid characters.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        ApiAction<TRequest, TResponse> action,
        TRequest request,
        string? region,
        CancellationToken cancellationToken,
        Action<int>? attempting = null)
        where TRequest : class
        where TResponse : class
    {
        if (action.NeedsRegion && region is null)
            throw new ArgumentException($"The action {action.Name} needs a region.", nameof(region));
        var endpoint = Endpoints.Resolve(action.Service, region);
        var call = ApiCall.Create(action, request, region);
        return _retry.RunAsync(
            call,
            (attempt, token) =>
            {
                attempting?.Invoke(attempt);
                return AttemptAsync(call, endpoint, action, attempt, token);
            },
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
        // The rate limit belongs to the source, or else to the key. Get the key to sign with after the wait, because a temporary key
        // may expire during the wait.
        var rateKey = _options.Credentials.RateKey ?? (await GetCredentialAsync(call, cancellationToken)).SecretId;
        await _rateLimiters.WaitAsync(endpoint.Host, rateKey, call, cancellationToken);
        var credential = await GetCredentialAsync(call, cancellationToken);

        var start = _time.GetTimestamp();
        string? requestId = null;
        var outcome = "Cancelled";
        try
        {
            using var request = SignedRequest.Create(
                call, endpoint, credential, _time.GetUtcNow(), _options.Language, _options.UserAgent);
            var raw = await _exchange.SendAsync(call, endpoint, request, cancellationToken);
            var response = ResponseReader.Read<TResponse>(raw, call, credential, out requestId);
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
                .WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }
        catch (CredentialException exception)
        {
            throw new TencentCloudException(
                TencentCloudErrorKind.Credential, ClientErrorCodes.CredentialError, exception.Message, call.Action,
                call.Region, innerException: exception);
        }
    }
}
