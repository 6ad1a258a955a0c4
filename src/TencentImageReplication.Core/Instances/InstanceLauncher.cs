using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Starts instances, in a zone that sells the type where none was named, and never twice for one request.</summary>
public sealed class InstanceLauncher(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>How long an instance that was just requested may not be visible.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromSeconds(15);

    private readonly InstancePricing _pricing = new(client);

    /// <summary>Checks a request against the image it starts from, asks whether it may be sent, and sends it.</summary>
    /// <param name="region">The region to start them in.</param>
    /// <param name="request">What to start.</param>
    /// <param name="confirmation">Who says whether it may be sent; null when nobody has to be asked.</param>
    /// <param name="cancellationToken">Gives up; the instances may have been requested by then.</param>
    /// <returns>Null when it was not wanted.</returns>
    /// <exception cref="TencentCloudException">The service refused, or could not be reached.</exception>
    /// <exception cref="RuleViolationException">The image does not go with the log-in or the host name, or no zone sells the type.</exception>
    public async Task<InstanceLaunch?> StartAsync(
        string region, RunInstancesRequest request, InstanceConfirmation? confirmation, CancellationToken cancellationToken)
    {
        request = await FitToImageAsync(region, request, cancellationToken).ConfigureAwait(false);
        if (confirmation is not null && !await ConfirmAsync(region, request, confirmation, cancellationToken).ConfigureAwait(false))
            return null;
        return await LaunchAsync(region, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Requests the instances.</summary>
    /// <param name="region">The region to start them in.</param>
    /// <param name="request">What to start. A missing zone is chosen, a missing client token is made.</param>
    /// <param name="cancellationToken">Gives up; the instances may have been requested by then.</param>
    /// <exception cref="TencentCloudException">The service refused, or could not be reached.</exception>
    /// <exception cref="RuleViolationException">No zone of the region sells the type.</exception>
    public async Task<InstanceLaunch> LaunchAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var token = request.ClientToken ?? Guid.NewGuid().ToString("N");
        if (request.Placement?.Zone is not null)
            return await SendAsync(region, request with { ClientToken = token }, cancellationToken).ConfigureAwait(false);

        var zones = await ZoneChooser.FindAsync(client, region, request.InstanceType, request.InstanceChargeType, cancellationToken)
            .ConfigureAwait(false);
        var refused = new List<string>();
        for (var index = 0; ; index++)
        {
            CopyLog.TryingZone(logger, request.InstanceType ?? "", Localized.List(zones), zones[index]);
            // One token for all zones: whichever of them started the instances, asking again hands out these.
            var attempt = request with
            {
                Placement = (request.Placement ?? new Placement()) with { Zone = zones[index] },
                ClientToken = token,
            };
            try
            {
                return await SendAsync(region, attempt, cancellationToken).ConfigureAwait(false);
            }
            catch (TencentCloudException exception) when (ZoneChooser.IsAboutTheZone(exception))
            {
                refused.Add($"{zones[index]} ({exception.Code})");
                if (refused.Count == zones.Count)
                    throw NoZoneLeft(request.InstanceType, refused, exception);
                CopyLog.ZoneRefused(logger, zones[index], exception.Code);
            }
        }
    }

    /// <summary>Reads the instances of a launch, as soon as they are visible or, if asked, once none is starting any more.</summary>
    /// <param name="region">The region they are in.</param>
    /// <param name="instanceIds">The instances.</param>
    /// <param name="untilRunning">How long to wait for <c>RUNNING</c> or <c>LAUNCH_FAILED</c>; null does not wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The instances as last seen; one that never became visible is missing.</returns>
    public async Task<IReadOnlyList<Instance>> ReadAsync(
        string region,
        IReadOnlyList<string> instanceIds,
        TimeSpan? untilRunning,
        CancellationToken cancellationToken)
    {
        var began = timeProvider.GetUtcNow();
        var seen = new Dictionary<string, Instance>(StringComparer.Ordinal);
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await foreach (var instance in client.ListInstancesAsync(region, instanceIds, cancellationToken).ConfigureAwait(false))
                    seen[instance.InstanceId] = instance;
            }
            catch (TencentCloudException exception)
            {
                // The instances are bought, whether they can be looked at or not.
                RequestLog.NoResponse(logger, region, exception.Code);
            }

            var elapsed = timeProvider.GetUtcNow() - began;
            var allVisible = instanceIds.All(seen.ContainsKey);
            var done = untilRunning is { } limit
                ? (allVisible && seen.Values.All(instance => InstanceStates.IsSettled(instance.InstanceState))) || elapsed >= limit
                : allVisible || elapsed >= VisibilityWindow;
            if (done)
                return [.. instanceIds.Where(seen.ContainsKey).Select(id => seen[id])];
            await timeProvider.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TencentCloudException NoZoneLeft(string? instanceType, List<string> refused, TencentCloudException last)
    {
        var zones = Localized.List(refused);
        return new TencentCloudException(
            last.Kind,
            last.Code,
            Localized.Text(
                $"Every zone that sells '{instanceType}' refused: {zones}. The last one said: {last.Message}",
                $"有机型“{instanceType}”在售的可用区均拒绝了请求：{zones}。最后一个可用区返回的消息：{last.Message}"),
            last.Action,
            last.Region,
            last.RequestId,
            last.MayHaveActed,
            last);
    }

    private async Task<RunInstancesRequest> FitToImageAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        if (!InstanceRules.DependsOnImage(request) && request.DataDisks is not { Count: > 0 })
            return request;

        // An image that is not there is for the service to refuse.
        var images = await client.FindImagesAsync(region, [request.ImageId!], cancellationToken).ConfigureAwait(false);
        if (!images.TryGetValue(request.ImageId!, out var image))
            return request;
        if (InstanceRules.Check(request, image) is { } violation)
            throw new RuleViolationException(violation);
        return InstanceTemplate.WithoutDisksOf(image, request);
    }

    private async Task<bool> ConfirmAsync(
        string region, RunInstancesRequest request, InstanceConfirmation confirmation, CancellationToken cancellationToken)
    {
        var plan = new InstancePlan(region, request, Price: null, PriceError: null);
        if (confirmation.WithPrice)
        {
            try
            {
                plan = plan with { Price = await _pricing.AskAsync(region, request, cancellationToken).ConfigureAwait(false) };
            }
            catch (TencentCloudException exception)
            {
                // Whoever wants to know the price is told that it is not to be had; that is no reason to start nothing.
                plan = plan with { PriceError = exception };
            }
        }

        return await confirmation.AskAsync(plan).ConfigureAwait(false);
    }

    private async Task<InstanceLaunch> SendAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.RunInstancesAsync(region, request, cancellationToken).ConfigureAwait(false);
        return new InstanceLaunch(request, answer.InstanceIdSet, answer.RequestId);
    }
}
