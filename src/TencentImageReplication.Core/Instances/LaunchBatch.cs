using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Creates the instances of a command, for many images in parallel, and never twice for the same image and settings.</summary>
public sealed class LaunchBatch(LaunchOptions options, InstanceLauncher launcher, ILogger logger)
{
    /// <summary>The maximum number of concurrent launches in a region: the rate limit of RunInstances, per second.</summary>
    private const int MaxLaunchesPerRegion = 10;

    private readonly ClientTokens _tokens = new();
    private readonly KeyedLock _locks = new();

    /// <summary>Creates instances for each request. If one request fails, the others continue.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="emit">Receives each result; called from any thread.</param>
    /// <param name="fail">Receives the failed request or the broken rule of a launch; called from any thread.</param>
    /// <param name="cancellationToken">Cancels; instances may have been created by then.</param>
    public async Task RunAsync(
        ChannelReader<LaunchRequest> requests,
        Action<LaunchResult> emit,
        Action<LaunchRequest, Exception> fail,
        CancellationToken cancellationToken)
    {
        var waits = new RunningTasks();
        await ParallelWork.RunAsync(requests, request => request.Region, MaxLaunchesPerRegion, StartAsync, IsFailure, fail, cancellationToken);
        await waits.WhenAllAsync();

        async Task StartAsync(LaunchRequest request, CancellationToken stop)
        {
            _tokens.Use(request.Settings.ClientToken, request.ImageId);
            var launch = await LaunchAsync(request, stop);
            // Other launches do not wait until these instances are running.
            if (launch is not null)
                waits.Add(EmitAsync(request, launch, stop));
        }

        async Task EmitAsync(LaunchRequest request, InstanceLaunch launch, CancellationToken stop)
        {
            // Without a wait, the instances that were found after the request are current enough.
            var visible = options.WaitUntilRunning is null && launch.Found.Count == launch.InstanceIds.Count
                ? launch.Found
                : await launcher.ReadAsync(request.Region, launch.InstanceIds, options.WaitUntilRunning, stop);
            emit(new LaunchResult(request, launch, visible));
            if (launch.Incomplete is { } incomplete)
                fail(request, incomplete);
        }
    }

    private static bool IsFailure(Exception exception) => exception is TencentCloudException or RuleViolationException;

    /// <returns>Null if the user does not confirm.</returns>
    private async Task<InstanceLaunch?> LaunchAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        var settings = request.Settings;
        var prepared = await launcher.PrepareAsync(
            request.Region, InstanceRequestBuilder.Build(request), settings.DryRun ? null : options.Confirmation, cancellationToken);
        if (prepared is null)
            return null;
        if (settings.Like is { } like)
            LogNotCarried(like, request.Region);

        var isDefault = settings.ClientToken is null && !options.Force && !settings.DryRun;
        var token = settings.ClientToken ?? (isDefault ? LaunchToken.Of(request) : LaunchToken.New());
        // A second request with the same token waits until the instances of the first are known.
        using (await _locks.EnterAsync($"{request.Region.ToUpperInvariant()} {token}", cancellationToken))
        {
            var launch = await SendAsync(request, prepared, token, isDefault, cancellationToken);
            if (!launch.Reused)
                _tokens.Add(request.Region, launch.Request.ClientToken!);
            else if (isDefault)
                LaunchLog.Reused(logger, Localized.List(launch.InstanceIds), request.Region);
            // The user chose the token to get the same instances.
            else
                LaunchLog.ReusedByToken(logger, Localized.List(launch.InstanceIds), request.Region, token);
            return launch;
        }
    }

    private async Task<InstanceLaunch> SendAsync(
        LaunchRequest request, RunInstancesRequest prepared, string token, bool isDefault, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            options.Requesting?.Invoke(request, token);
            var launch = await launcher.LaunchAsync(request.Region, prepared with { ClientToken = token }, cancellationToken);
            // A new token has no earlier request.
            if (request.Settings.DryRun || (request.Settings.ClientToken is null && !isDefault))
                return launch;
            if (_tokens.Created(request.Region, token))
                return launch with { Reused = true };

            var found = await launcher.FindAsync(request.Region, launch.InstanceIds, isDefault, cancellationToken);
            // A lookup that fails counts as alive: never a second instance by accident.
            if (found is null)
                return launch;
            if (found.Count > 0 || !isDefault)
            {
                var reused = found.Any(instance => EarlierLaunch.Created(launch, instance));
                if (!reused || !isDefault || !found.All(EarlierLaunch.IsGone))
                    return launch with { Reused = reused, Found = found };
            }

            LaunchLog.AllGone(logger, Localized.List(launch.InstanceIds), request.Region);
            token = LaunchToken.After(token, launch.InstanceIds[0]);
        }
    }

    private void LogNotCarried(LikeInstance like, string region)
    {
        if (InstanceTemplate.NotCarried(like.Instance, RegionRules.IsSame(like.Region, region)) is { Count: > 0 } properties)
            LaunchLog.NotCarried(logger, like.Instance.InstanceId, Localized.List(properties));
    }
}
