using System.Threading.Channels;
using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Instances;

/// <summary>Creates the instances of a command, for many images in parallel.</summary>
public sealed class LaunchBatch(LaunchOptions options, InstanceLauncher launcher)
{
    /// <summary>The maximum number of concurrent launches in a region: the rate limit of RunInstances, per second.</summary>
    private const int MaxLaunchesPerRegion = 10;

    private readonly ClientTokens _tokens = new();

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
        await ParallelWork.RunAsync(requests, request => request.Region, MaxLaunchesPerRegion, StartAsync, fail, cancellationToken);
        await waits.WhenAllAsync();

        async Task StartAsync(LaunchRequest request, CancellationToken stop)
        {
            _tokens.Use(request.Settings.ClientToken, request.ImageId);
            var confirmation = request.Settings.DryRun ? null : options.Confirmation;
            var launch = await launcher.StartAsync(request.Region, InstanceRequestBuilder.Build(request), confirmation, stop);
            // Other launches do not wait until these instances are running.
            if (launch is not null)
                waits.Add(EmitAsync(request, launch, stop));
        }

        async Task EmitAsync(LaunchRequest request, InstanceLaunch launch, CancellationToken stop) => emit(new LaunchResult(
            request.Region,
            launch,
            request.Settings.DryRun
                ? []
                : await launcher.ReadAsync(request.Region, launch.InstanceIds, options.WaitUntilRunning, stop)));
    }
}
