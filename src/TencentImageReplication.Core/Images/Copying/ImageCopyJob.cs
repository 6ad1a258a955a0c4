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
/// Copies one image: checks the rules, skips the destinations that have a copy, asks for confirmation, requests all other copies in
/// one SyncImages request and emits one row for each destination.
/// </summary>
internal sealed class ImageCopyJob(
    CvmClient client,
    ImageCopyOptions options,
    DestinationInventory inventory,
    ReusableCopies reusable,
    TimeProvider timeProvider,
    ILogger logger)
{
    // Copies of the same name are distinguished by the time they appear, so images of one name are requested one after the other.
    private readonly KeyedLock _nameLock = new();
    private readonly EncryptedCopies _encrypted = new(client);

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
        using (await _nameLock.EnterAsync(name, cancellationToken))
        {
            var destinations = await SelectDestinationsAsync(request, image, rows, cancellationToken);
            if (destinations.Count == 0)
                return;

            var plan = new ImageCopyPlan(image, request.SourceRegion, destinations, name) { IsEncrypted = options.Kind == CopyKind.Encrypted };
            // Checked last: a source that is being copied is not NORMAL, but its copies can be reused.
            if (ImageRules.CheckState(image, request.SourceRegion) is { } notReady && !CanBeWaitedFor(image))
                rows.Failed(destinations, new RuleViolationException(notReady));
            else if (options.DryRun || await options.ConfirmAsync(plan))
                await RequestAsync(request, plan, rows, cancellationToken);
        }
    }

    // Copying ends within minutes. When the creation of an image ends is not known.
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
                if (await FindCopyAsync(request, image, destination, cancellationToken) is { } existing)
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
                // Copying without knowing the contents of the destination could create a second copy.
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

    /// <summary>Finds an existing copy to reuse. With Force the destination is loaded too, to distinguish new copies from old ones.</summary>
    private async Task<Image?> FindCopyAsync(
        ImageCopyRequest request, Image image, string destination, CancellationToken cancellationToken)
    {
        await inventory.LoadAsync(destination, [request.NameOfCopy(image)], cancellationToken);
        if (options.Force || reusable.Candidates(request, image, destination) is not { Count: > 0 } candidates)
            return null;

        if (options.Kind == CopyKind.Encrypted && !candidates.Exists(candidate => request.IsKnownCopy(destination, candidate.ImageId)))
            candidates = await _encrypted.FindAsync(image, destination, candidates, cancellationToken);

        await inventory.LoadAsync(request.SourceRegion, [image.ImageName], cancellationToken);
        return reusable.Take(request, image, destination, candidates);
    }

    /// <summary>
    /// Requests the copies. One refused destination fails the whole request. Then dry runs find out which one it is, and the others
    /// continue in one request: with one request for each, the first would make the source busy for the next.
    /// </summary>
    private async Task RequestAsync(ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var hasBeenChecked = false;
        while (true)
        {
            var refusal = options.DryRun
                ? await DryRunAsync(request, plan, rows, cancellationToken)
                : await CopyAsync(request, plan, rows, cancellationToken);
            if (refusal is null)
                return;

            var (missing, error) = refusal.Value;
            if (missing.Count < 2 || !MayConcernOneDestination(error))
            {
                rows.Failed(missing, error);
                return;
            }

            CopyLog.Splitting(logger, plan.Image.ImageId, ((TencentCloudException)error).Code);
            var accepted = await FindAcceptedAsync(request, plan with { DestinationRegions = missing }, rows, cancellationToken);
            if (accepted.Count == 0)
                return;

            // If each destination passes its dry run and all together are refused twice, a third request would be refused too.
            if (accepted.Count == missing.Count && hasBeenChecked)
            {
                rows.Failed(accepted, error);
                return;
            }

            hasBeenChecked = true;
            plan = plan with { DestinationRegions = accepted };
        }
    }

    /// <returns>The remaining destinations and the error; null when each has its row.</returns>
    private async Task<(IReadOnlyList<string> Missing, Exception Error)?> CopyAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var search = new CopySearch(client, inventory, options.Force ? null : reusable, plan.IsEncrypted ? _encrypted : null, request, plan, logger);
        var report = new SyncReport(
            (region, copyId) => IsNew(region, plan, copyId) && inventory.TryClaim(region, copyId),
            Created,
            rows.Reused,
            rows.Failed);
        var reconciler = new LostCallReconciler(client, options, plan, CreateSyncRequest(request, plan), search, report, timeProvider, logger);
        var outcome = await reconciler.RunAsync(cancellationToken);
        return outcome.Missing.Count == 0 ? null : (outcome.Missing, outcome.Refusal!);

        void Created(RequestedCopy copy)
        {
            reusable.MarkCopied(copy.Region, plan.Image);
            rows.Requested(copy.Region, copy.ImageId, copy.RequestedAt, copy.RequestId);
        }
    }

    private bool IsNew(string region, ImageCopyPlan plan, string copyId) =>
        !inventory.Find(region, plan.ImageName).Any(known => known.ImageId == copyId);

    /// <returns>The remaining destinations and the error; null when each has its row.</returns>
    private async Task<(IReadOnlyList<string> Missing, Exception Error)?> DryRunAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        try
        {
            var requestId = await SendDryRunAsync(request, plan, cancellationToken);
            foreach (var destination in plan.DestinationRegions)
                rows.DryRunPassed(destination, requestId);
            return null;
        }
        catch (TencentCloudException exception)
        {
            return (plan.DestinationRegions, exception);
        }
    }

    private async Task<IReadOnlyList<string>> FindAcceptedAsync(
        ImageCopyRequest request, ImageCopyPlan plan, CopyRows rows, CancellationToken cancellationToken)
    {
        var accepted = await Task.WhenAll(plan.DestinationRegions.Select(IsAcceptedAsync));
        return [.. plan.DestinationRegions.Where((_, index) => accepted[index])];

        async Task<bool> IsAcceptedAsync(string destination)
        {
            try
            {
                await SendDryRunAsync(request, plan with { DestinationRegions = [destination] }, cancellationToken);
                return true;
            }
            catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy)
            {
                // The error does not concern the destination.
                return true;
            }
            catch (TencentCloudException exception)
            {
                rows.Failed(destination, exception);
                return false;
            }
        }
    }

    private async Task<string> SendDryRunAsync(ImageCopyRequest request, ImageCopyPlan plan, CancellationToken cancellationToken)
    {
        var response = await client.SyncImagesAsync(plan.SourceRegion, CreateSyncRequest(request, plan) with { DryRun = true }, cancellationToken);
        return response.RequestId;
    }

    private SyncImagesRequest CreateSyncRequest(ImageCopyRequest request, ImageCopyPlan plan) => new()
    {
        ImageIds = [request.ImageId],
        DestinationRegions = plan.DestinationRegions,
        // The service may refuse a given name as taken, even by remains of an earlier copy. It does not refuse the name of the source.
        ImageName = request.ImageName == plan.Image.ImageName ? null : request.ImageName,
        ImageSetRequired = true,
        Encrypt = options.Kind == CopyKind.Encrypted ? true : null,
        KmsKeyId = options.KmsKeyId,
    };

    // A refusal by the service may concern one destination: a quota, a name, a region without the feature or without permission for
    // it. So may an internal error, which the search for copies has shown to have had no effect.
    private static bool MayConcernOneDestination(Exception error) => error is TencentCloudException
    {
        Kind: TencentCloudErrorKind.Service or TencentCloudErrorKind.Authorization or TencentCloudErrorKind.InternalError,
    };

    private static RuleViolation ImageNotFound(ImageCopyRequest request) => new(
        "ImageNotFound",
        Localized.Text(
            $"Image {request.ImageId} does not exist in region '{request.SourceRegion}', or this account has no access to it.",
            $"地域“{request.SourceRegion}”中没有本账号可见的镜像 {request.ImageId}。"),
        Localized.Text(
            "Check the ID and the region with Get-TccImage. -Region is the region of the image.",
            "请用 Get-TccImage 检查 ID 和地域；-Region 是镜像所在的地域。"));
}
