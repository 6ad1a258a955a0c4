using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Cvm;
using TencentImageReplication.Core.Cvm.Models;

namespace TencentImageReplication.Core.Replication;

/// <summary>
/// Waits for images until each is ready or will never be: all regions side by side, up to 100 images in one call, and
/// tells each the moment it is known.
/// </summary>
/// <remarks>A copy that is to get something from its source gets it as soon as it is ready, and is told then.</remarks>
public sealed class ImageWaiter(
    CvmClient client, CarryOver carryOver, ImageWatchOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Waits for all targets that come in.</summary>
    /// <param name="targets">The images to wait for. They may go on coming in while others are waited for.</param>
    /// <param name="settle">Takes each result; called from any thread.</param>
    /// <param name="report">Takes the progress after each look; called from any thread.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task RunAsync(
        ChannelReader<ImageWatchTarget> targets,
        Action<ImageWatchResult> settle,
        Action<ImageWatchProgress> report,
        CancellationToken cancellationToken)
    {
        var finishing = new RunningTasks();
        var board = new WatchBoard(timeProvider, Finish, report);
        var regions = new Dictionary<string, RegionWatch>(StringComparer.OrdinalIgnoreCase);
        while (await targets.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (targets.TryRead(out var target))
            {
                if (!regions.TryGetValue(target.Region, out var region))
                    regions.Add(target.Region, region = new RegionWatch(target.Region, client, options, board, timeProvider, logger));
                if (region.TryAdd(target))
                    continue;
                region.Start(cancellationToken);
                await region.AddAsync(target, cancellationToken).ConfigureAwait(false);
            }

            // Only now, so that the first look is at all that are there, and not at the one that happened to come first.
            foreach (var region in regions.Values)
                region.Start(cancellationToken);
        }

        foreach (var region in regions.Values)
            region.Complete();
        await Task.WhenAll(regions.Values.Select(region => region.Watching)).ConfigureAwait(false);
        await finishing.WhenAllAsync().ConfigureAwait(false);

        void Finish(ImageWatchResult result)
        {
            if (result is { Outcome: ImageWatchOutcome.Ready, Image: { } image, Target.CarryOver: { } request })
                finishing.Add(CarryOverAsync(result, image, request));
            else
                settle(result);
        }

        async Task CarryOverAsync(ImageWatchResult result, Image image, CarryOverRequest request)
        {
            var outcome = await carryOver.RunAsync(request, image, result.Target.Region, cancellationToken).ConfigureAwait(false);
            settle(result with { CarryOver = outcome });
        }
    }
}
