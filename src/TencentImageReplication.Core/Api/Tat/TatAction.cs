using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>An action of the automation service (TAT), version 2020-10-28.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public abstract class TatAction<TRequest, TResponse> : ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : ApiResponse
{
    private protected TatAction(
        string name,
        int requestsPerSecond,
        RetrySafety retrySafety,
        Func<TRequest, IReadOnlyList<string?>>? secretsOf = null)
        : base(
            "tat", "2020-10-28", name, requestsPerSecond, retrySafety, needsRegion: true,
            clientTokenOf: null, secretsOf, isDryRun: null)
    {
    }
}
