using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>An action of the CVM service, version 2017-03-12.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public sealed class CvmAction<TRequest, TResponse> : ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : CvmResponse
{
    internal CvmAction(
        string name,
        int requestsPerSecond,
        RetrySafety retrySafety,
        bool needsRegion = true,
        Func<TRequest, string?>? clientTokenOf = null,
        Func<TRequest, IReadOnlyList<string?>>? secretsOf = null,
        Func<TRequest, bool>? isDryRun = null)
        : base(
            "cvm", "2017-03-12", name, requestsPerSecond, retrySafety, needsRegion, clientTokenOf,
            secretsOf, isDryRun)
    {
    }
}
