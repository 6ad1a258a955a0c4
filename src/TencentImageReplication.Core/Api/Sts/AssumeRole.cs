using System.Text.Json.Serialization;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Sts;

/// <summary>AssumeRole of the security token service, version 2018-08-13: lends a role's rights for a while.</summary>
/// <remarks>The rate is not documented: this is the lowest of its neighbours. Repeated, it lends a second key, which harms nothing.</remarks>
public sealed class AssumeRole : ApiAction<AssumeRoleRequest, AssumeRoleResponse>
{
    private AssumeRole()
        : base(
            "sts", "2018-08-13", nameof(AssumeRole),
            new(
                static () => AssumeRoleJsonContext.Default.AssumeRoleRequest,
                static () => AssumeRoleJsonContext.Default.AssumeRoleResponse),
            requestsPerSecond: 10, RetrySafety.Always, clientTokenOf: null, secretsOf: null, isTrial: null)
    {
    }

    /// <summary>The action.</summary>
    public static AssumeRole Action { get; } = new();
}

/// <summary>Whose rights are to be lent, and for how long.</summary>
public sealed record AssumeRoleRequest
{
    /// <summary>The role: <c>qcs::cam::uin/(account):roleName/(role)</c>.</summary>
    public required string RoleArn { get; init; }

    /// <summary>What the session is called in the records of the account that the role belongs to: 2 to 128 characters.</summary>
    public required string RoleSessionName { get; init; }

    /// <summary>For how many seconds; the service's own is 7200, its longest 43200.</summary>
    public long? DurationSeconds { get; init; }
}

/// <summary>What was lent.</summary>
/// <remarks>No record: a record prints its members.</remarks>
public sealed class AssumeRoleResponse
{
    /// <summary>The temporary key.</summary>
    public LentKey? Credentials { get; init; }

    /// <summary>When it ends, in Unix seconds.</summary>
    public long ExpiredTime { get; init; }

    /// <summary>When it ends, as ISO 8601 writes it.</summary>
    public string Expiration { get; init => field = value ?? ""; } = "";

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}

/// <summary>A temporary key with its token. As secret as any.</summary>
/// <remarks>No record: a record prints its members.</remarks>
public sealed class LentKey
{
    /// <summary>The token.</summary>
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The ID of the key.</summary>
    public string TmpSecretId { get; init => field = value ?? ""; } = "";

    /// <summary>The key.</summary>
    public string TmpSecretKey { get; init => field = value ?? ""; } = "";
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssumeRoleRequest))]
[JsonSerializable(typeof(AssumeRoleResponse))]
internal sealed partial class AssumeRoleJsonContext : JsonSerializerContext;
