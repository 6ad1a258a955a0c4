using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;

namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>
/// Waits until each image is available or cannot become available: all regions in parallel, up to 100 images in one request. It
/// emits each result as soon as it is known.
/// </summary>
/// <remarks>
/// A copy with attributes to carry over gets them as soon as it is available, and is emitted after that. A copy without a mark gets
/// it after it is emitted. At the end, the regions of new copies are read once for second copies.
/// </remarks>
public sealed class ImageWaiter(
    CvmClient client,
    CarryOver carryOver,
    WaitOptions options,
    TimeProvider timeProvider,
    ILogger logger,
    CopyMarker? marker = null,
    SecondCopies? secondCopies = null)
{
    /// <summary>Waits for all targets that arrive.</summary>
    /// <param name="targets">The images to wait for. More may arrive during the wait.</param>
    /// <param name="emit">Receives each result; called from any thread.</param>
    /// <param name="report">Receives the progress after each request; called from any thread.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task RunAsync(
        ChannelReader<WaitTarget> targets,
        Action<WaitResult> emit,
        Action<WaitProgress> report,
        CancellationToken cancellationToken)
    {
        var finishing = new RunningTasks();
        var clock = new SteadyClock(timeProvider);
        var board = new WaitBoard(clock, Finish, report);
        var regions = new Dictionary<string, RegionWaiter>(StringComparer.OrdinalIgnoreCase);
        while (await targets.WaitToReadAsync(cancellationToken))
        {
            while (targets.TryRead(out var target))
            {
                if (!regions.TryGetValue(target.Region, out var region))
                    regions.Add(target.Region, region = new RegionWaiter(target.Region, client, options, board, clock, timeProvider, logger));
                if (region.TryAdd(target))
                    continue;
                region.Start(cancellationToken);
                await region.AddAsync(target, cancellationToken);
            }

            // Started after reading all targets, so that the first request asks for all of them and not only for the first one.
            foreach (var region in regions.Values)
                region.Start(cancellationToken);
        }

        foreach (var region in regions.Values)
            region.Complete();
        await Task.WhenAll(regions.Values.Select(region => region.Completion));
        await finishing.WhenAllAsync();
        if (marker is not null)
            await marker.CompleteAsync();
        if (secondCopies is not null)
            await secondCopies.ReportAsync(cancellationToken);

        void Finish(WaitResult result)
        {
            if (result is { Outcome: WaitOutcome.Ready, Image: { } image, Target.CarryOver: { } request })
                finishing.Add(CarryOverAsync(result, image, request));
            else
                EmitAndMark(result);
        }

        // Nobody waits for the mark.
        void EmitAndMark(WaitResult result)
        {
            emit(result);
            if (result is not { Outcome: WaitOutcome.Ready, Image: { } image, Target: { Mark: { } mark, Region: var region } })
                return;
            marker?.Add(image, region, mark, cancellationToken);
            // A copy that was reused has no start.
            if (result.Target.StartedAt is not null)
                secondCopies?.Add(image, region, new ImageIdentity(mark.SourceRegion, mark.SourceImageId, CreatedTime: null));
        }

        async Task CarryOverAsync(WaitResult result, Image image, CarryOverRequest request)
        {
            var outcome = await carryOver.RunAsync(request, image, result.Target.Region, cancellationToken);
            EmitAndMark(result with { CarryOver = outcome });
        }
    }
}
