using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Copies one image: checks the rules, leaves out the destinations that have it, asks for confirmation, requests all
/// the others in one SyncImages call and tells one row for each destination.
/// </summary>
internal sealed class ImageCopyJob(
    CvmClient client,
    ImageCopyOptions options,
    DestinationInventory inventory,
    ReusableCopies reusable,
    TimeProvider timeProvider,
    ILogger logger)
{
    // Copies of the same name are told apart by when they appear, so two images of one name are requested one after the other.
    private readonly KeyedLock _nameLock = new();
    private readonly EncryptedCopies _encrypted = new(client);
    private readonly LostCallReconciler _reconciler = new(client, options, timeProvider, logger);

    public async Task RunAsync(ImageCopyRequest request, Image? image, Action<ImageCopy> emit, CancellationToken cancellationToken)
    {
        var rows = new CopyRows(request, image, emit, timeProvider);
        if (image is null)
        {
            rows.Failed(request.DestinationRegions, new RuleViolationException(ImageNotFound(request)));
            return;
        }

        if (ImageRules.CheckType(image, request.SourceRegion, options.Kind) is { } wrongType)
        {
            rows.Failed(request.DestinationRegions, new RuleViolationException(wrongType));
            return;
        }

        var name = request.NameOfCopy(image);
        using (await _nameLock.EnterAsync(name, cancellationToken).ConfigureAwait(false))
        {
            var destinations = await SelectDestinationsAsync(request, image, rows, cancellationToken).ConfigureAwait(false);
            if (destinations.Count == 0)
                return;

            var plan = new ImageCopyPlan(image, request.SourceRegion, destinations, name) { IsEncrypted = options.Kind == CopyKind.Encrypted };
            // Only now: a source that is being copied is not ready, but its copies are there to be reused.
            if (ImageRules.CheckState(image, request.SourceRegion) is { } notReady && !CanBeWaitedFor(image))
                rows.Failed(destinations, new RuleViolationException(notReady));
            else if (options.DryRun || await options.ConfirmAsync(plan).ConfigureAwait(false))
                await RequestAsync(request, plan, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    // That a source is being copied passes in minutes; nobody knows when one will have been created.
    private bool CanBeWaitedFor(Image image) => image.ImageState == ImageStates.Syncing && !options.DryRun;

    private async Task<List<string>> SelectDestinationsAsync(
        ImageCopyRequest request, Image image, CopyRows rows, CancellationToken cancellationToken)
    {
        var selected = new List<string>();
        foreach (var destination in request.DestinationRegions)
        {
            if (CheckDestination(request.SourceRegion, destination) is { } violation)
            {
                rows.Failed(destination, new RuleViolationException(violation));
                continue;
            }

            try
            {
                if (await FindCopyAsync(request, image, destination, cancellationToken).ConfigureAwait(false) is { } existing)
                {
                    CopyLog.Reusing(logger, existing.ImageId, destination, existing.ImageName, existing.ImageState);
                    rows.Reused(destination, existing);
                }
                else
                {
                    selected.Add(destination);
                }
            }
            catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
            {
                // Copying without knowing what is there could make a second copy.
                rows.Failed(destination, exception);
            }
        }

        return selected;
    }

    private RuleViolation? CheckDestination(string source, string destination) => options.Kind switch
    {
        CopyKind.Custom => RegionRules.CheckDestination(source, destination, options.AllowCrossBorder),
        CopyKind.Encrypted => RegionRules.CheckEncryptedDestination(source, destination),
        _ => null,
    };

    /// <summary>The copy that need not be made again. With Force the destination is looked at all the same, to know new copies from old.</summary>
    private async Task<Image?> FindCopyAsync(
        ImageCopyRequest request, Image image, string destination, CancellationToken cancellationToken)
    {
        await inventory.LoadAsync(destination, [request.NameOfCopy(image)], cancellationToken).ConfigureAwait(false);
        if (options.Force || reusable.Candidates(request, image, destination) is not { Count: > 0 } candidates)
            return null;

        if (options.Kind == CopyKind.Encrypted && !candidates.Exists(candidate => request.IsKnownCopy(destination, candidate.ImageId)))
            candidates = await _encrypted.AmongAsync(image, destination, candidates, cancellationToken).ConfigureAwait(false);

        await inventory.LoadAsync(request.SourceRegion, [image.ImageName], cancellationToken).ConfigureAwait(false);
        return reusable.Take(request, image, destination, candidates);
    }

    /// <summary>
    /// Requests the copies. One destination that is refused refuses the whole call: then trial calls tell which, and the
    /// others go on in one call, since one call for each would find the source busy with the first.
    /// </summary>
    private async Task RequestAsync(ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var hasBeenTried = false;
        while (true)
        {
            var refusal = options.DryRun
                ? await TryAsync(request, plan, rows, cancellationToken).ConfigureAwait(false)
                : await CopyAsync(request, plan, rows, cancellationToken).ConfigureAwait(false);
            if (refusal is null)
                return;

            var (missing, error) = refusal.Value;
            if (missing.Count < 2 || !IsAboutOneDestinationPerhaps(error))
            {
                rows.Failed(missing, error);
                return;
            }

            CopyLog.Splitting(logger, plan.Image.ImageId, ((TencentCloudException)error).Code);
            var accepted = await FindAcceptedAsync(request, plan with { DestinationRegions = missing }, rows, cancellationToken)
                .ConfigureAwait(false);
            if (accepted.Count == 0)
                return;

            // What passes each trial and is refused together, twice, will be refused a third time.
            if (accepted.Count == missing.Count && hasBeenTried)
            {
                rows.Failed(accepted, error);
                return;
            }

            hasBeenTried = true;
            plan = plan with { DestinationRegions = accepted };
        }
    }

    /// <returns>The destinations that are left, and why; null when each has its row.</returns>
    private async Task<(List<string> Missing, Exception Error)?> CopyAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var search = new CopySearch(client, inventory, options.Force ? null : reusable, plan.IsEncrypted ? _encrypted : null, request, plan, logger);
        var outcome = await _reconciler.SyncAsync(plan, Call(request, plan), search, cancellationToken).ConfigureAwait(false);
        foreach (var copy in outcome.Made)
        {
            inventory.TryClaim(copy.Key, copy.Value);
            reusable.Serve(copy.Key, plan.Image);
            rows.Requested(copy.Key, copy.Value, outcome.AskedAt, outcome.RequestId);
        }

        foreach (var copy in outcome.Reused)
            rows.Reused(copy.Key, copy.Value);

        foreach (var failure in outcome.Failures)
            rows.Failed(failure.Key, failure.Value);
        return outcome.Missing.Count == 0 ? null : (outcome.Missing, outcome.Refusal!);
    }

    /// <returns>The destinations that are left, and why; null when each has its row.</returns>
    private async Task<(List<string> Missing, Exception Error)?> TryAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        try
        {
            var requestId = await SendTrialAsync(request, plan, cancellationToken).ConfigureAwait(false);
            foreach (var destination in plan.DestinationRegions)
                rows.DryRunPassed(destination, requestId);
            return null;
        }
        catch (TencentCloudException exception)
        {
            return ([.. plan.DestinationRegions], exception);
        }
    }

    private async Task<List<string>> FindAcceptedAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var accepted = new List<string>();
        foreach (var destination in plan.DestinationRegions)
        {
            try
            {
                await SendTrialAsync(request, plan with { DestinationRegions = [destination] }, cancellationToken).ConfigureAwait(false);
                accepted.Add(destination);
            }
            catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy)
            {
                // That is not about the destination.
                accepted.Add(destination);
            }
            catch (TencentCloudException exception)
            {
                rows.Failed(destination, exception);
            }
        }

        return accepted;
    }

    private async Task<string> SendTrialAsync(ImageCopyRequest request, ImageCopyPlan plan, CancellationToken cancellationToken)
    {
        var answer = await client.SyncImagesAsync(plan.SourceRegion, Call(request, plan) with { DryRun = true }, cancellationToken)
            .ConfigureAwait(false);
        return answer.RequestId;
    }

    private SyncImagesRequest Call(ImageCopyRequest request, ImageCopyPlan plan) => new()
    {
        ImageIds = [request.ImageId],
        DestinationRegions = plan.DestinationRegions,
        // A name that is given may be refused as taken, be it by what an earlier copy left behind. One that is kept is not.
        ImageName = request.ImageName == plan.Image.ImageName ? null : request.ImageName,
        ImageSetRequired = true,
        Encrypt = options.Kind == CopyKind.Encrypted ? true : null,
        KmsKeyId = options.KmsKeyId,
    };

    // Anything the service refuses by its own rules may be about one destination: a quota, a name, a region without the feature.
    private static bool IsAboutOneDestinationPerhaps(Exception error) =>
        error is TencentCloudException { Kind: TencentCloudErrorKind.Service };

    private static RuleViolation ImageNotFound(ImageCopyRequest request) => new(
        "ImageNotFound",
        Localized.Text(
            $"There is no image {request.ImageId} in region '{request.SourceRegion}' that this account can see.",
            $"地域“{request.SourceRegion}”中没有本账号可见的镜像 {request.ImageId}。"),
        Localized.Text(
            "Check the ID and the region with Get-TccImage; -Region is the region the image is in.",
            "请用 Get-TccImage 检查 ID 和地域；-Region 是镜像所在的地域。"));
}
