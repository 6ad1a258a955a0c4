using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Sends RunInstances requests. It checks the response, and retries an image that has only just become available.</summary>
internal sealed class LaunchSender(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The number of requests with one token after which an incomplete response is an error.</summary>
    private const int MaxRequests = 3;

    /// <summary>The time that a new image may take until instances can be created from it.</summary>
    private static readonly TimeSpan ImageWindow = TimeSpan.FromMinutes(2);

    private static readonly string[] ImageStateCodes = ["InvalidParameterValue.InvalidImageState", "FailedOperation.InvalidImageState"];

    /// <exception cref="TencentCloudException">The service refused the request, or its outcome is unknown.</exception>
    public async Task<InstanceLaunch> SendAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetTimestamp();
        for (var backoff = new Backoff(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)); ; backoff = backoff.Next)
        {
            try
            {
                return await SendOnceAsync(region, request, cancellationToken);
            }
            // An unknown outcome has the token in its message.
            catch (TencentCloudException exception) when (exception.MayHaveActed && exception.Code != ClientErrorCodes.OutcomeUnknown)
            {
                throw WithToken(exception, request.ClientToken!);
            }
            catch (TencentCloudException exception) when (ImageStateCodes.Contains(exception.Code))
            {
                if (timeProvider.GetElapsedTime(began) >= ImageWindow || !await IsNormalAsync(region, request.ImageId!, cancellationToken))
                    throw;
            }

            LaunchLog.ImageNotReady(logger, request.ImageId!, region, backoff.Pause.TotalSeconds);
            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }

    // The same token returns the same instances, so a response that does not name them all is requested again.
    private async Task<InstanceLaunch> SendOnceAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var launch = new InstanceLaunch(request, [], null) { SentAt = timeProvider.GetUtcNow() };
        var attempts = 0;
        for (var requests = 1; ; requests++)
        {
            RunInstancesResponse response;
            try
            {
                response = await client.RunInstancesAsync(region, request, cancellationToken, _ => attempts++);
            }
            // An earlier response was accepted, so instances exist, whatever this error says.
            catch (TencentCloudException exception) when (requests > 1)
            {
                return Incomplete(region, launch, exception);
            }

            var ids = response.InstanceIdSet.Where(id => !string.IsNullOrWhiteSpace(id)).Distinct(StringComparer.Ordinal).ToArray();
            launch = launch with
            {
                Attempts = attempts,
                RequestId = launch.RequestId ?? response.RequestId,
                InstanceIds = [.. launch.InstanceIds.Union(ids, StringComparer.Ordinal)],
            };
            if (request.DryRun == true || (ids.Length == response.InstanceIdSet.Count && ids.Length >= (request.InstanceCount ?? 1)))
                return launch;
            if (requests >= MaxRequests)
                return Incomplete(region, launch, null);

            LaunchLog.IncompleteResponse(logger, region, request.ClientToken!);
        }
    }

    private async Task<bool> IsNormalAsync(string region, string imageId, CancellationToken cancellationToken)
    {
        try
        {
            var images = await client.FindImagesAsync(region, [imageId], cancellationToken);
            return images.TryGetValue(imageId, out var image) && image.ImageState == ImageStates.Normal;
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(logger, region, exception.Code);
            return true;
        }
    }

    private static InstanceLaunch Incomplete(string region, InstanceLaunch launch, TencentCloudException? cause)
    {
        var problem = Unknown(region, launch.Request.ClientToken!, launch, cause);
        return launch.InstanceIds.Count > 0 ? launch with { Incomplete = problem } : throw problem;
    }

    private static TencentCloudException Unknown(string region, string token, InstanceLaunch launch, TencentCloudException? cause)
    {
        var named = launch.InstanceIds.Count == 0 ? Localized.Text("none", "无") : Localized.List(launch.InstanceIds);
        return new TencentCloudException(
            TencentCloudErrorKind.UnreadableResponse,
            ClientErrorCodes.OutcomeUnknown,
            Localized.Text(
                $"The response does not name all instances ({named} of {launch.Request.InstanceCount ?? 1}). Instances may have been created and are billed. "
                    + $"Check with Get-TccInstance. The client token is '{token}': the same command returns the same instances.",
                $"响应未列出所有实例（{named}，共应有 {launch.Request.InstanceCount ?? 1} 台）。实例可能已经创建并开始计费，请用 Get-TccInstance 查询。"
                    + $"ClientToken 为“{token}”：再次运行同一命令会返回相同的实例。"),
            nameof(CvmActions.RunInstances),
            region,
            launch.RequestId,
            mayHaveActed: true,
            cause);
    }

    private static TencentCloudException WithToken(TencentCloudException exception, string token) => new(
        exception.Kind,
        exception.Code,
        Localized.Text(
            $"{exception.Message} Instances may have been created and are billed. The client token is '{token}': the same command returns the same instances.",
            $"{exception.Message}实例可能已经创建并开始计费。ClientToken 为“{token}”：再次运行同一命令会返回相同的实例。"),
        exception.Action,
        exception.Region,
        exception.RequestId,
        exception.MayHaveActed,
        exception);
}
