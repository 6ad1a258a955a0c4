using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Transport;

/// <summary>How to reach the service.</summary>
public sealed class TencentCloudConnectionOptions
{
    /// <summary>Where credentials come from.</summary>
    public required ICredentialSource Credentials { get; init; }

    /// <summary>Which hosts serve the account.</summary>
    public EndpointResolver Endpoints { get; init; } = new(TencentCloudSite.China);

    /// <summary>The language of the service's messages: <c>en-US</c> or <c>zh-CN</c>.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>How long one attempt may take: connecting, headers and body together. At most a day.</summary>
    public TimeSpan RequestDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes that an answer may have, decompressed.</summary>
    public int MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most attempts at one call, the first one included.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The clock: of signatures, deadlines, pauses and rates.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The log. A connection that commands share has none: each of them calls it with its own.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The rate limiters that the connection shares with others; null for its own.</summary>
    internal ActionLimiters? Limiters { get; init; }

    /// <summary>
    /// What sends requests instead of the network, such as the simulator. It stays the caller's to dispose of, must
    /// not follow redirects and must not add headers.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Draws the jitter of pauses, from 0 to 1; null for random ones. For runs that can be repeated exactly.</summary>
    public Func<double>? Jitter { get; init; }

    /// <summary>How this client names itself.</summary>
    public string UserAgent { get; init; } = "TencentImageReplication";
}
