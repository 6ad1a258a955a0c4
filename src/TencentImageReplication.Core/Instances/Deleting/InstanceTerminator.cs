using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>Deletes one instance: retries while the instance is changing its state, or while there is no response.</summary>
internal sealed class InstanceTerminator(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    private const string NotFound = "InvalidInstanceId.NotFound";
    private const string StatePrefix = "UnsupportedOperation.InstanceState";

    /// <summary>The maximum time to retry.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>The time that a new instance may take to become visible.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromSeconds(15);

    private static readonly string[] FinalStates = ["Terminating", "Terminated", "Shutdown", "LaunchFailed", "Isolating", "Corrupted"];

    /// <summary>Deletes an instance. One that is gone, or is being deleted, is no error.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="isPrepaid">True for a prepaid instance: a second request deletes it permanently, so a lost one is not retried.</param>
    /// <param name="isNew">True for an instance that may not be visible yet.</param>
    /// <param name="cancellationToken">Cancels; the instance may be deleted by then.</param>
    /// <exception cref="TencentCloudException">The service refused the request, or could not be reached in time.</exception>
    public async Task DeleteAsync(InstanceRef instance, bool isPrepaid, bool isNew, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        for (var backoff = new Backoff(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15)); ; backoff = backoff.Next)
        {
            var elapsed = timeProvider.GetElapsedTime(start);
            try
            {
                await client.TerminateInstancesAsync(instance.Region, [instance.InstanceId], cancellationToken);
                return;
            }
            catch (TencentCloudException exception) when (IsGone(exception.Code) && !(isNew && elapsed < VisibilityWindow))
            {
                return;
            }
            catch (TencentCloudException exception) when (elapsed < Window && MayRetry(exception, isPrepaid))
            {
                DeletionLog.Retrying(logger, instance, exception.Code, backoff.Pause);
            }

            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }

    private static bool IsGone(string code) => code is NotFound or StatePrefix + "Terminating" or StatePrefix + "Terminated";

    private static bool MayRetry(TencentCloudException exception, bool isPrepaid)
    {
        // A state that passes, such as PENDING; a new instance that is not visible yet.
        if (exception.Code == NotFound)
            return true;
        if (exception.Code.StartsWith(StatePrefix, StringComparison.Ordinal))
            return !FinalStates.Contains(exception.Code.Substring(StatePrefix.Length));
        return (!isPrepaid || !exception.MayHaveActed) && exception.Kind is TencentCloudErrorKind.Throttled
            or TencentCloudErrorKind.InternalError or TencentCloudErrorKind.ConnectionFailed or TencentCloudErrorKind.TimedOut
            or TencentCloudErrorKind.UnreadableResponse or TencentCloudErrorKind.HttpStatus;
    }
}
