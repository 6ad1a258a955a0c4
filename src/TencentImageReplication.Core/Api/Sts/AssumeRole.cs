using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Sts;

/// <summary>AssumeRole of the security token service, version 2018-08-13: returns temporary credentials of a role.</summary>
/// <remarks>A retry returns a second key, which does no harm.</remarks>
public sealed class AssumeRole : ApiAction<AssumeRoleRequest, AssumeRoleResponse>
{
    private AssumeRole()
        : base(
            "sts", "2018-08-13", nameof(AssumeRole),
            requestsPerSecond: 600, RetrySafety.Always, needsRegion: true,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }

    /// <summary>The action.</summary>
    public static AssumeRole Action { get; } = new();
}

/// <summary>The role to assume and the duration of the session.</summary>
public sealed record AssumeRoleRequest
{
    /// <summary>The role: <c>qcs::cam::uin/(account):roleName/(role)</c>.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The name of the session in the audit records of the role's account: 2 to 128 characters.</summary>
    public required string RoleSessionName { get; init; }

    /// <summary>The duration in seconds; 7200 by default, at most 43200.</summary>
    public long? DurationSeconds { get; init; }
}

/// <summary>The temporary credentials of a role.</summary>
/// <remarks>Not a record, because a record prints its members.</remarks>
public sealed class AssumeRoleResponse
{
    /// <summary>The temporary key.</summary>
    public TemporaryKey? Credentials { get; init; }

    /// <summary>The time it expires, in Unix seconds.</summary>
    public long? ExpiredTime { get; init; }

    /// <summary>The time it expires, in ISO 8601.</summary>
    public string Expiration { get; init => field = value ?? ""; } = "";

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}

/// <summary>A temporary key with its token. It is secret.</summary>
/// <remarks>Not a record, because a record prints its members.</remarks>
public sealed class TemporaryKey
{
    /// <summary>The token.</summary>
    [SecretText]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The ID of the key.</summary>
    [SecretText]
    public string TmpSecretId { get; init => field = value ?? ""; } = "";

    /// <summary>The key.</summary>
    [SecretText]
    public string TmpSecretKey { get; init => field = value ?? ""; } = "";
}
