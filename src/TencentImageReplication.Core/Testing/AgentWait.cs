using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Waits for the automation agent of an instance.</summary>
internal sealed class AgentWait(TatClient automation, TimeProvider timeProvider, ILogger logger)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    private readonly ReadPoll _poll = new(timeProvider, logger);

    /// <summary>Waits until the agent is online.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="window">The maximum wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The last known state; null if the agent never reported.</returns>
    /// <exception cref="TencentCloudException">The service refused the request, or the last one failed.</exception>
    public async Task<string?> WaitAsync(InstanceRef instance, TimeSpan window, CancellationToken cancellationToken)
    {
        var ((status, refusal), error) = await _poll.RunAsync(
            instance.Region, window, Pauses, ReadAsync, read => read.Status == AutomationAgentInfo.Online || read.Refusal is not null, cancellationToken);
        return (refusal ?? error) is { } failure ? throw failure : status;

        async Task<(string? Status, TencentCloudException? Refusal)> ReadAsync()
        {
            try
            {
                return (await automation.FindAgentStatusAsync(instance.Region, instance.InstanceId, cancellationToken), null);
            }
            // The same answer would come again until the end.
            catch (TencentCloudException exception) when (exception.Kind is TencentCloudErrorKind.Authorization or TencentCloudErrorKind.Authentication)
            {
                return (null, exception);
            }
        }
    }
}
