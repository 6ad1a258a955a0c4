using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Transport;

/// <summary>The settings of a connection.</summary>
public sealed record TencentCloudConnectionOptions
{
    /// <summary>The default of <see cref="MaxThrottleWait"/>.</summary>
    public static readonly TimeSpan DefaultMaxThrottleWait = TimeSpan.FromMinutes(5);

    /// <summary>The source of the credentials.</summary>
    public required ICredentialSource Credentials { get; init; }

    /// <summary>Finds the hosts of services.</summary>
    public EndpointResolver Endpoints { get; init; } = new(TencentCloudSite.China);

    /// <summary>The language of messages from the service: <c>en-US</c> or <c>zh-CN</c>.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>The maximum time of one attempt: connecting, headers and body together. At most one day.</summary>
    public TimeSpan RequestDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The maximum size of a response in bytes, decompressed.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The maximum number of attempts at one call, including the first one. Throttled attempts do not count.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The maximum time that a call waits because the service throttles it. At most one day.</summary>
    public TimeSpan MaxThrottleWait { get; init; } = DefaultMaxThrottleWait;

    /// <summary>The clock for signatures, deadlines, pauses and rate limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The log. A connection that commands share has none; each command uses its own log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The rate limiters that connections share; null for separate ones.</summary>
    internal ActionRateLimiters? RateLimiters { get; init; }

    /// <summary>
    /// A handler that sends requests instead of the network, such as the simulator. The caller disposes of it. It must not follow
    /// redirects or add headers.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Returns the jitter of a pause, from 0 to 1; null for random values. A fixed function makes runs reproducible.</summary>
    public Func<double>? Jitter { get; init; }

    /// <summary>The value of the <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = "TencentImageReplication";
}
