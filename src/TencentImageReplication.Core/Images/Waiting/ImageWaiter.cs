using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>
/// Waits for images until each is ready or will never be: all regions side by side, up to 100 images in one call, and
/// tells each the moment it is known.
/// </summary>
/// <remarks>A copy that is to get something from its source gets it as soon as it is ready, and is told then.</remarks>
public sealed class ImageWaiter(
    CvmClient client, CarryOver carryOver, WaitOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Waits for all targets that come in.</summary>
    /// <param name="targets">The images to wait for. They may go on coming in while others are waited for.</param>
    /// <param name="settle">Takes each result; called from any thread.</param>
    /// <param name="report">Takes the progress after each look; called from any thread.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task RunAsync(
        ChannelReader<WaitTarget> targets,
        Action<WaitResult> settle,
        Action<WaitProgress> report,
        CancellationToken cancellationToken)
    {
        var finishing = new RunningTasks();
        var board = new WaitBoard(timeProvider, Finish, report);
        var regions = new Dictionary<string, RegionWaiter>(StringComparer.OrdinalIgnoreCase);
        while (await targets.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (targets.TryRead(out var target))
            {
                if (!regions.TryGetValue(target.Region, out var region))
                    regions.Add(target.Region, region = new RegionWaiter(target.Region, client, options, board, timeProvider, logger));
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

        void Finish(WaitResult result)
        {
            if (result is { Outcome: ImageWatchOutcome.Ready, Image: { } image, Target.CarryOver: { } request })
                finishing.Add(CarryOverAsync(result, image, request));
            else
                settle(result);
        }

        async Task CarryOverAsync(WaitResult result, Image image, CarryOverRequest request)
        {
            var outcome = await carryOver.RunAsync(request, image, result.Target.Region, cancellationToken).ConfigureAwait(false);
            settle(result with { CarryOver = outcome });
        }
    }
}
