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

/// <summary>Starts instances, never twice for one request. Chooses a zone that sells the type when none is given.</summary>
public sealed class InstanceLauncher(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    /// <summary>The time that a new instance may take to become visible.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromSeconds(15);

    /// <summary>The time that a request may take although the time to wait is over.</summary>
    private static readonly TimeSpan LastRequest = TimeSpan.FromSeconds(10);

    // A timer has a maximum.
    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(40);

    /// <summary>The time without visible instances after which they count as deleted. A new instance is visible much sooner.</summary>
    private static readonly TimeSpan DeletionWindow = TimeSpan.FromMinutes(2);

    private readonly InstancePricing _pricing = new(client);
    private readonly LaunchSender _sender = new(client, timeProvider, logger);
    private readonly ReadPoll _poll = new(timeProvider, logger);

    /// <summary>Checks a request against its image and asks for confirmation.</summary>
    /// <param name="region">The region of the instances.</param>
    /// <param name="request">The request.</param>
    /// <param name="confirmation">The confirmation to ask for; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The request to send; null when it was not confirmed.</returns>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    /// <exception cref="RuleViolationException">The login or the host name does not suit the image, or no zone sells the type.</exception>
    public async Task<RunInstancesRequest?> PrepareAsync(
        string region, RunInstancesRequest request, InstanceConfirmation? confirmation, CancellationToken cancellationToken)
    {
        request = await AdaptToImageAsync(region, request, cancellationToken);
        return confirmation is null || await ConfirmAsync(region, request, confirmation, cancellationToken) ? request : null;
    }

    /// <summary>Requests the instances.</summary>
    /// <param name="region">The region of the instances.</param>
    /// <param name="request">The request. A missing zone is chosen, a missing client token is created.</param>
    /// <param name="cancellationToken">Cancels; the instances may have been requested by then.</param>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    /// <exception cref="RuleViolationException">No zone of the region sells the type.</exception>
    public async Task<InstanceLaunch> LaunchAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var token = request.ClientToken ?? LaunchToken.New();
        if (request.Placement?.Zone is not null)
            return await _sender.SendAsync(region, request with { ClientToken = token }, cancellationToken);

        var zones = await ZoneChooser.FindAsync(client, region, request.InstanceType, request.InstanceChargeType, cancellationToken);
        var refused = new List<string>();
        for (var index = 0; ; index++)
        {
            CopyLog.TryingZone(logger, request.InstanceType ?? "", Localized.List(zones), zones[index]);
            // One token for all zones: a retry returns the instances, whichever zone started them.
            var attempt = request with
            {
                Placement = (request.Placement ?? new Placement()) with { Zone = zones[index] },
                ClientToken = token,
            };
            try
            {
                return await _sender.SendAsync(region, attempt, cancellationToken);
            }
            catch (TencentCloudException exception) when (ZoneChooser.ConcernsZone(exception))
            {
                refused.Add($"{zones[index]} ({exception.Code})");
                if (refused.Count == zones.Count)
                    throw NoZoneLeft(request.InstanceType, refused, exception);
                CopyLog.ZoneRefused(logger, zones[index], exception.Code);
            }
        }
    }

    /// <summary>Reads the instances of a launch as soon as they are visible or, on request, once none is starting any more.</summary>
    /// <param name="region">The region of the instances.</param>
    /// <param name="instanceIds">The instances.</param>
    /// <param name="untilRunning">The maximum wait for <c>RUNNING</c> or <c>LAUNCH_FAILED</c>; null does not wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The last known instances; one that never became visible is missing.</returns>
    public async Task<IReadOnlyList<Instance>> ReadAsync(
        string region,
        IReadOnlyList<string> instanceIds,
        TimeSpan? untilRunning,
        CancellationToken cancellationToken)
    {
        // The instances are bought even when they cannot be read, so an error of the last read does not matter.
        var seen = new Dictionary<string, Instance>(StringComparer.Ordinal);
        var window = untilRunning ?? VisibilityWindow;
        // A read can take minutes while the service throttles or does not respond.
        using var timer = timeProvider.CancelAfter(window < MaxWindow ? window + LastRequest : MaxWindow);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            await _poll.RunAsync(region, window, Pauses, ReadOnceAsync, isComplete => isComplete, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }

        return [.. instanceIds.Where(seen.ContainsKey).Select(id => seen[id])];

        async Task<bool> ReadOnceAsync()
        {
            await foreach (var instance in client.ListInstancesAsync(region, instanceIds, limit.Token))
                seen[instance.InstanceId] = instance;
            return instanceIds.All(seen.ContainsKey)
                && (untilRunning is null || seen.Values.All(instance => InstanceStates.IsLaunchComplete(instance.InstanceState)));
        }
    }

    /// <summary>Finds the instances of a launch, to see whether they still exist.</summary>
    /// <param name="region">The region of the instances.</param>
    /// <param name="instanceIds">The instances.</param>
    /// <param name="untilDeleted">True to search until they must be deleted; false until they should be visible.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The instances that exist; null if it is not known.</returns>
    internal async Task<IReadOnlyList<Instance>?> FindAsync(
        string region, IReadOnlyList<string> instanceIds, bool untilDeleted, CancellationToken cancellationToken)
    {
        var window = untilDeleted ? DeletionWindow : VisibilityWindow;
        var (found, _) = await _poll.RunAsync(region, window, Pauses, FindOnceAsync, instances => instances.Count > 0, cancellationToken);
        return found;

        async Task<IReadOnlyList<Instance>> FindOnceAsync()
        {
            var instances = new List<Instance>();
            await foreach (var instance in client.ListInstancesAsync(region, instanceIds, cancellationToken))
                instances.Add(instance);
            return instances;
        }
    }

    private static TencentCloudException NoZoneLeft(string? instanceType, List<string> refused, TencentCloudException last)
    {
        var zones = Localized.List(refused);
        return new TencentCloudException(
            last.Kind,
            last.Code,
            Localized.Text(
                $"Every zone that sells '{instanceType}' refused the request: {zones}. Message of the last zone: {last.Message}",
                $"有机型“{instanceType}”在售的可用区均拒绝了请求：{zones}。最后一个可用区返回的消息：{last.Message}"),
            last.Action,
            last.Region,
            last.RequestId,
            last.MayHaveActed,
            last);
    }

    private async Task<RunInstancesRequest> AdaptToImageAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        if (!InstanceRules.NeedsImage(request) && request.DataDisks is not { Count: > 0 } && request.InstanceName is not null)
            return request;

        // The service refuses an image that does not exist.
        var images = await client.FindImagesAsync(region, [request.ImageId!], cancellationToken);
        if (!images.TryGetValue(request.ImageId!, out var image))
            return request;
        if (InstanceRules.Check(request, image) is { } violation)
            throw new RuleViolationException(violation);
        return InstanceTemplate.WithoutDisksOf(image, request) with { InstanceName = request.InstanceName ?? image.ImageName };
    }

    private async Task<bool> ConfirmAsync(
        string region, RunInstancesRequest request, InstanceConfirmation confirmation, CancellationToken cancellationToken)
    {
        var plan = new InstancePlan(region, request, Price: null, PriceError: null);
        if (confirmation.WithPrice)
        {
            try
            {
                plan = plan with { Price = await _pricing.GetAsync(region, request, cancellationToken) };
            }
            catch (TencentCloudException exception)
            {
                // The confirmation says that the price is not available. That does not prevent the start.
                plan = plan with { PriceError = exception };
            }
        }

        return await confirmation.ConfirmAsync(plan);
    }
}
