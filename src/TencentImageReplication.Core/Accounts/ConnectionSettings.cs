using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Accounts;

/// <summary>The settings of a connection, except the credentials.</summary>
public sealed record ConnectionSettings
{
    /// <summary>The default region of commands; null to use that of the environment or the profile.</summary>
    public string? Region { get; init; }

    /// <summary>The host or address to use instead of that of the site; null to use that of the profile, if any.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The site that the account belongs to.</summary>
    public TencentCloudSite Site { get; init; }

    /// <summary>The language of Tencent's messages.</summary>
    public string Language { get; init; } = Localized.ServiceLanguage;

    /// <summary>The role to assume with the credentials; null to use that of the environment or the profile, if any.</summary>
    public AssumedRole? Role { get; init; }

    /// <summary>The maximum time that a call waits because the service throttles it.</summary>
    public TimeSpan MaxThrottleWait { get; init; } = TencentCloudConnectionOptions.DefaultMaxThrottleWait;

    /// <summary>A handler that sends requests instead of the network, if any.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
