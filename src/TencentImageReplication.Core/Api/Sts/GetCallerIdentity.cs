using System.Text.Json.Serialization;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Sts;

/// <summary>GetCallerIdentity of the security token service, version 2018-08-13: whose key a request is signed with.</summary>
/// <remarks>The rate is not documented: this is the lowest of its neighbours.</remarks>
public sealed class GetCallerIdentity : ApiAction<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    private GetCallerIdentity()
        : base(
            "sts", "2018-08-13", nameof(GetCallerIdentity),
            new(
                static () => CallerIdentityJsonContext.Default.GetCallerIdentityRequest,
                static () => CallerIdentityJsonContext.Default.GetCallerIdentityResponse),
            requestsPerSecond: 10, RetrySafety.Always, clientTokenOf: null, secretsOf: null, isTrial: null)
    {
    }

    /// <summary>The action.</summary>
    public static GetCallerIdentity Action { get; } = new();
}

/// <summary>What GetCallerIdentity asks for: nothing.</summary>
public sealed record GetCallerIdentityRequest;

/// <summary>Who asked.</summary>
public sealed record GetCallerIdentityResponse
{
    /// <summary>The root account's ID (uin), whoever of it asked.</summary>
    public string AccountId { get; init => field = value ?? ""; } = "";

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GetCallerIdentityRequest))]
[JsonSerializable(typeof(GetCallerIdentityResponse))]
internal sealed partial class CallerIdentityJsonContext : JsonSerializerContext;
