using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>An action of auto scaling, version 2018-04-19.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public abstract class AutoScalingAction<TRequest, TResponse> : ApiAction<TRequest, TResponse>
    where TRequest : class
    where TResponse : ApiResponse
{
    private protected AutoScalingAction(
        string name, int requestsPerSecond, RetrySafety retrySafety)
        : base(
            "as", "2018-04-19", name, requestsPerSecond, retrySafety, needsRegion: true,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }
}
