using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Accounts;

/// <summary>Makes connections that log to the command at work.</summary>
public static class CommandConnection
{
    /// <summary>Makes a connection.</summary>
    /// <param name="credentials">Where credentials come from.</param>
    /// <param name="endpoints">Which hosts serve the account.</param>
    /// <param name="language">The language of the service's messages.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="handler">What sends requests instead of the network, if anything.</param>
    public static TencentCloudConnection Create(
        ICredentialSource credentials,
        EndpointResolver endpoints,
        string language,
        TimeProvider timeProvider,
        HttpMessageHandler? handler = null) =>
        new(new TencentCloudConnectionOptions
        {
            Credentials = credentials,
            Endpoints = endpoints,
            Language = language,
            TimeProvider = timeProvider,
            LoggerFactory = CommandLog.Instance,
            Handler = handler,
        });
}
