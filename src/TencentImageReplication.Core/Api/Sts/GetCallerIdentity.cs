using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Sts;

/// <summary>GetCallerIdentity of the security token service, version 2018-08-13: returns the owner of the key that signed the request.</summary>
public sealed class GetCallerIdentity : ApiAction<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    private GetCallerIdentity()
        : base(
            "sts", "2018-08-13", nameof(GetCallerIdentity),
            requestsPerSecond: 20, RetrySafety.Always, needsRegion: true,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }

    /// <summary>The action.</summary>
    public static GetCallerIdentity Action { get; } = new();
}

/// <summary>The request of GetCallerIdentity. It has no fields.</summary>
public sealed record GetCallerIdentityRequest;

/// <summary>The identity of the caller.</summary>
public sealed record GetCallerIdentityResponse
{
    /// <summary>The ID (uin) of the root account, also when a sub-account or role calls.</summary>
    public string AccountId { get; init => field = value ?? ""; } = "";

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}
