using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Makes connections to a stub.</summary>
internal static class Connections
{
    public const string SecretId = "AKIDtest00000000000000000000000wxyz";
    public const string SecretKey = "SECRETKEYtest0000000000000000000";
    public const string Token = "TOKEN.test/with+chars==";

    public static StaticCredentialSource Credentials { get; } =
        new(new TencentCredential(SecretId, SecretKey, Token), "a test");

    // Far away, so that no test meets the deadline by accident while it lets time pass.
    private static readonly TimeSpan FarDeadline = TimeSpan.FromDays(1);

    public static TencentCloudConnection To(
        HttpMessageHandler handler,
        VirtualClock clock,
        TimeSpan? deadline = null,
        int maxResponseBytes = 16 * 1024 * 1024,
        int maxAttempts = 4,
        TimeSpan? maxThrottleWait = null,
        string language = "en-US",
        EndpointResolver? endpoints = null,
        ICredentialSource? credentials = null,
        ILogger? log = null,
        ActionRateLimiters? limiters = null,
        Func<double>? jitter = null)
    {
        return new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = credentials ?? Credentials,
            Endpoints = endpoints ?? new EndpointResolver(TencentCloudSite.China),
            Language = language,
            RequestDeadline = deadline ?? FarDeadline,
            MaxResponseBytes = maxResponseBytes,
            MaxAttempts = maxAttempts,
            MaxThrottleWait = maxThrottleWait ?? TencentCloudConnectionOptions.DefaultMaxThrottleWait,
            TimeProvider = clock,
            Handler = handler,
            Logger = log ?? NullLogger.Instance,
            RateLimiters = limiters,
            Jitter = jitter,
        });
    }

    public static CvmClient Client(HttpMessageHandler handler, VirtualClock clock) => new(To(handler, clock));
}
