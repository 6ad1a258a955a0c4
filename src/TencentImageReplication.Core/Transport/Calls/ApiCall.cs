namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>One call. Its body is written once; each attempt signs it again.</summary>
internal sealed class ApiCall
{
    private ApiCall(string service, string version, string action, string? region, byte[] body)
    {
        Service = service;
        Version = version;
        Action = action;
        Region = region;
        Body = body;
    }

    public string Service { get; }

    public string Version { get; }

    public string Action { get; }

    public string? Region { get; }

    public byte[] Body { get; }

    public required int RequestsPerSecond { get; init; }

    /// <summary>True if a retry is safe when an earlier attempt may have acted.</summary>
    public required bool MayRetry { get; init; }

    /// <summary>The values of the request that must never be shown.</summary>
    public required IReadOnlyList<string?> Secrets { get; init; }

    public static ApiCall Create<TRequest, TResponse>(
        ApiAction<TRequest, TResponse> action, TRequest request, string? region)
        where TRequest : class
        where TResponse : class =>
        new(action.Service, action.Version, action.Name, region, RequestWriter.Write(request))
        {
            RequestsPerSecond = action.RequestsPerSecond,
            MayRetry = action.MayRetry(request),
            Secrets = action.SecretsOf(request),
        };
}
