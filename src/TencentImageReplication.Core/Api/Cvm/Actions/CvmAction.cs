using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>An action of the CVM service, version 2017-03-12.</summary>
/// <typeparam name="TRequest">What it is asked.</typeparam>
/// <typeparam name="TResponse">What it answers.</typeparam>
public sealed class CvmAction<TRequest, TResponse> : ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : CvmResponse
{
    internal CvmAction(
        string name,
        ActionFormat<TRequest, TResponse> format,
        int requestsPerSecond,
        RetrySafety repeatSafety,
        Func<TRequest, string?>? clientTokenOf = null,
        Func<TRequest, IReadOnlyList<string?>>? secretsOf = null,
        Func<TRequest, bool>? isTrial = null)
        : base(
            "cvm", "2017-03-12", name, format, requestsPerSecond, repeatSafety, clientTokenOf,
            secretsOf, isTrial)
    {
    }
}
