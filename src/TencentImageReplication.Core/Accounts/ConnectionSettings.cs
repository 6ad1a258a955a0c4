using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Accounts;

/// <summary>What a connection is told besides the credentials.</summary>
public sealed record ConnectionSettings
{
    /// <summary>The region that commands use when they are given none; null for that of the environment or the profile.</summary>
    public string? Region { get; init; }

    /// <summary>The host or address to use instead of the site's; null for that of the profile, if it has one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The site that the account belongs to.</summary>
    public TencentCloudSite Site { get; init; }

    /// <summary>The language of Tencent's messages.</summary>
    public string Language { get; init; } = Localized.ServiceLanguage;

    /// <summary>The role to assume with the credentials; null for that of the environment or the profile, if one is named there.</summary>
    public AssumedRole? Role { get; init; }

    /// <summary>What sends requests instead of the network, if anything.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
