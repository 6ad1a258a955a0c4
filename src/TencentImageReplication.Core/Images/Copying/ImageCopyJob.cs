using System.Collections.Concurrent;
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
/// one SyncImages request and emits one row for each destination. A destination that does not respond in time follows in a request
/// of its own.
/// </summary>
internal sealed class ImageCopyJob(
    CvmClient client,
    ImageCopyOptions options,
    DestinationInventory inventory,
    ReusableCopies reusable,
    CopiesUnderWay underWay,
    RegionProgress progress,
    SteadyClock clock,
    TimeProvider timeProvider,
    ILogger logger)
{
    // The copies of one image are requested one after the other. So are those of one name and region, in all runs of the process,
    // because they are distinguished by the time they appear.
    private readonly KeyedLock _sources = new();
    private readonly ConcurrencyLimit _confirming = new(1);
    private readonly ConcurrentDictionary<string, ConcurrencyLimit> _requesting = new(StringComparer.OrdinalIgnoreCase);
    private readonly EncryptedCopies _encrypted = new(client);

    /// <summary>Copies an image to its destinations.</summary>
    /// <param name="request">The request.</param>
    /// <param name="image">The image; null when it does not exist.</param>
    /// <param name="loads">The loads of the destinations.</param>
    /// <param name="emit">Receives each row; called from any thread.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RunAsync(
        ImageCopyRequest request, Image? image, InventoryLoads loads, Action<ImageCopy> emit, CancellationToken cancellationToken)
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

        var unreachable = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var pending = new Dictionary<string, Task>(StringComparer.OrdinalIgnoreCase);
        foreach (var destination in request.DestinationRegions)
        {
            if (IsSource(request, destination))
                ReportSource(destination);
            else if (CheckDestination(request.SourceRegion, destination) is { } violation)
                rows.Failed(destination, new RuleViolationException(violation));
            else if (!pending.ContainsKey(destination))
                pending.Add(destination, CheckLoadAsync(destination));
        }

        var groups = new List<Task>();
        while (pending.Count > 0)
        {
            await progress.WhenSettledAsync(pending, cancellationToken);
            var loaded = pending.Where(load => load.Value.IsCompleted).ToList();
            foreach (var load in loaded)
            {
                pending.Remove(load.Key);
                await load.Value;
            }

            var reachable = loaded.Select(load => load.Key).Where(region => !unreachable.ContainsKey(region)).ToList();
            groups.Add(CopyAsync(request, image, reachable, loads, rows, cancellationToken));
        }

        await Task.WhenAll(groups);

        // A source that is being copied is usable again within minutes.
        void ReportSource(string destination)
        {
            if (image.ImageState != ImageStates.Syncing && ImageRules.CheckState(image, request.SourceRegion) is { } notReady)
                rows.Failed(destination, new RuleViolationException(notReady));
            else
                rows.Source(destination, image);
        }

        async Task CheckLoadAsync(string destination)
        {
            if (await loads.Of(destination) is not { } error)
                return;
            // Copying without knowing the contents of the destination could create a second copy.
            unreachable[destination] = true;
            rows.Failed(destination, error);
        }
    }

    private async Task CopyAsync(
        ImageCopyRequest request, Image image, IReadOnlyList<string> loaded, InventoryLoads loads, CopyRows rows, CancellationToken cancellationToken)
    {
        var name = request.NameOfCopy(image);
        using (await underWay.EnterAsync(loads.Account, loaded, name, cancellationToken))
        {
            var destinations = await SelectDestinationsAsync(request, image, loaded, loads, rows, cancellationToken);
            if (destinations.Count == 0)
                return;

            var plan = new ImageCopyPlan(image, request.SourceRegion, destinations, name) { IsEncrypted = options.Kind == CopyKind.Encrypted };
            // Checked last: a source that is being copied is not NORMAL, but its copies can be reused.
            if (ImageRules.CheckState(image, request.SourceRegion) is { } notReady && !CanBeWaitedFor(image))
                rows.Failed(destinations, new RuleViolationException(notReady));
            else if (options.DryRun || await ConfirmAsync(plan, cancellationToken))
                await RequestInTurnAsync(request, plan, loads.Account, rows, cancellationToken);
            else if (options.WhatIf)
                rows.WouldCopy(destinations);
        }
    }

    // One question at a time, so that rows are written between two of them.
    private async Task<bool> ConfirmAsync(ImageCopyPlan plan, CancellationToken cancellationToken)
    {
        using (await _confirming.EnterAsync(cancellationToken))
            return await options.ConfirmAsync(plan);
    }

    // Copying ends within minutes. When the creation of an image ends is not known.
    private bool CanBeWaitedFor(Image image) => image.ImageState == ImageStates.Syncing && !options.DryRun;

    private async Task<List<string>> SelectDestinationsAsync(
        ImageCopyRequest request,
        Image image,
        IReadOnlyList<string> loaded,
        InventoryLoads loads,
        CopyRows rows,
        CancellationToken cancellationToken)
    {
        var selected = new List<string>();
        foreach (var destination in loaded)
        {
            try
            {
                if (await FindStaleAsync(request, image, destination, loads, cancellationToken) is { } stale)
                {
                    CopyLog.Stale(logger, stale, destination, image);
                    rows.AddStale(destination, stale);
                }

                var existing = await FindCopyAsync(request, image, destination, loads, cancellationToken)
                    ?? FindRequested(request, image, destination, loads.Account);
                if (existing is not null)
                {
                    CopyLog.Reusing(logger, existing, destination, timeProvider.GetUtcNow());
                    rows.Reused(destination, existing);
                }
                else
                {
                    selected.Add(destination);
                }
            }
            catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
            {
                rows.Failed(destination, exception);
            }
        }

        return selected;
    }

    // A list of regions in which the image must be may include its own.
    private bool IsSource(ImageCopyRequest request, string destination) =>
        options.Kind == CopyKind.Custom && request.IncludesOtherRegions && RegionRules.IsSame(destination, request.SourceRegion);

    private RuleViolation? CheckDestination(string source, string destination) => options.Kind switch
    {
        CopyKind.Custom => RegionRules.CheckDestination(source, destination, options.AllowCrossBorder),
        CopyKind.Encrypted => RegionRules.CheckEncryptedDestination(source, destination),
        _ => null,
    };

    /// <summary>Finds an existing copy to reuse. With Force the destination is loaded too, to distinguish new copies from old ones.</summary>
    private async Task<Image?> FindCopyAsync(
        ImageCopyRequest request, Image image, string destination, InventoryLoads loads, CancellationToken cancellationToken)
    {
        if (options.Force || reusable.Candidates(request, image, destination) is not { Count: > 0 } candidates)
            return null;

        if (options.Kind == CopyKind.Encrypted && !candidates.Exists(candidate => request.IsKnownCopy(destination, candidate.ImageId)))
            candidates = await _encrypted.FindAsync(image, destination, candidates, cancellationToken);

        return reusable.Take(request, image, destination, candidates);
    }

    /// <summary>Finds a copy that another run of this process has just requested.</summary>
    private Image? FindRequested(ImageCopyRequest request, Image image, string destination, string account)
    {
        if (options.Force || underWay.Find(KeyOf(account, request, image, destination)) is not { } copyId || !inventory.TryClaim(destination, copyId))
            return null;
        reusable.MarkCopied(destination, image);
        return new Image { ImageId = copyId, ImageName = request.NameOfCopy(image), ImageState = ImageStates.Syncing, ImageType = ImageTypes.Private };
    }

    private CopyKey KeyOf(string account, ImageCopyRequest request, Image image, string destination) => new(
        account, $"{request.SourceRegion.ToUpperInvariant()} {image.ImageId}", destination.ToUpperInvariant(), request.NameOfCopy(image), options.Kind);

    /// <summary>Finds an image that holds the name of the copy, but is outdated.</summary>
    private async Task<Image?> FindStaleAsync(
        ImageCopyRequest request, Image image, string destination, InventoryLoads loads, CancellationToken cancellationToken)
    {
        if (!reusable.HasName(request, image, destination))
            return null;
        try
        {
            await loads.Sources;
            await inventory.LoadAsync(request.SourceRegion, [image.ImageName], cancellationToken);
        }
        catch (TencentCloudException exception) when (options.Force)
        {
            // With Force, nothing but this report depends on the images of the source region.
            RequestLog.NoResponse(logger, request.SourceRegion, exception.Code);
            return null;
        }

        return reusable.FindStale(request, image, destination);
    }

    private async Task RequestInTurnAsync(
        ImageCopyRequest request, ImageCopyPlan plan, string account, CopyRows rows, CancellationToken cancellationToken)
    {
        using (await _sources.EnterAsync($"{plan.SourceRegion.ToUpperInvariant()} {request.ImageId}", cancellationToken))
        using (var place = new PausablePlace(LimitOf(plan.SourceRegion), timeProvider))
        {
            // After the locks: who has a place waits for no lock, so places become free.
            await place.EnterAsync(cancellationToken);
            await RequestAsync(request, plan, account, hasBeenSplit: false, rows, place, cancellationToken);
        }
    }

    private ConcurrencyLimit LimitOf(string sourceRegion) =>
        _requesting.GetOrAdd(sourceRegion, _ => new ConcurrencyLimit(options.ThrottleLimit));

    private async Task RequestAsync(
        ImageCopyRequest request,
        ImageCopyPlan plan,
        string account,
        bool hasBeenSplit,
        CopyRows rows,
        PausablePlace place,
        CancellationToken cancellationToken)
    {
        if (options.DryRun)
        {
            if (await DryRunAsync(request, plan, rows, cancellationToken) is { } error)
                await SplitAsync(plan, error);
            return;
        }

        var reconciler = CreateReconciler(request, plan, account, rows, place);
        var outcome = await reconciler.RunAsync(cancellationToken);
        while (outcome is not null)
        {
            if (outcome.Missing.Count > 0)
                await SplitAsync(plan with { DestinationRegions = outcome.Missing }, outcome.Refusal!);
            outcome = await reconciler.RunLateAsync(cancellationToken);
        }

        // One refused destination fails the whole request. Then dry runs find out which one it is, and the others continue in one
        // request: with one request for each, the first would make the source busy for the next.
        async Task SplitAsync(ImageCopyPlan refused, Exception error)
        {
            if (refused.DestinationRegions.Count < 2 || !MayConcernOneDestination(error))
            {
                rows.Failed(refused.DestinationRegions, error);
                return;
            }

            CopyLog.Splitting(logger, plan.Image.ImageId, ((TencentCloudException)error).Code);
            var accepted = await FindAcceptedAsync(request, refused, rows, cancellationToken);
            // If each destination passes its dry run and all together are refused twice, a third request would be refused too.
            if (accepted.Count == refused.DestinationRegions.Count && hasBeenSplit)
                rows.Failed(accepted, error);
            else if (accepted.Count > 0)
                await RequestAsync(request, plan with { DestinationRegions = accepted }, account, hasBeenSplit: true, rows, place, cancellationToken);
        }
    }

    private LostCallReconciler CreateReconciler(
        ImageCopyRequest request, ImageCopyPlan plan, string account, CopyRows rows, PausablePlace place)
    {
        var search = new CopySearch(client, inventory, options.Force ? null : reusable, plan.IsEncrypted ? _encrypted : null, request, plan, logger);
        var report = new SyncReport(Claim, Created, rows.Reused, rows.Failed);
        return new LostCallReconciler(
            client, options, plan, CreateSyncRequest(request, plan), search, report, progress, place, clock, timeProvider, logger);

        bool Claim(string region, string copyId) =>
            inventory.IsNew(region, plan.ImageName, copyId) && inventory.TryClaim(region, copyId);

        void Created(RequestedCopy copy)
        {
            reusable.MarkCopied(copy.Region, plan.Image);
            underWay.Add(KeyOf(account, request, plan.Image, copy.Region), copy.ImageId, timeProvider);
            rows.Requested(copy.Region, copy.ImageId, copy.RequestedAt, copy.RequestId);
        }
    }

    /// <returns>The error; null when each destination has its row.</returns>
    private async Task<Exception?> DryRunAsync(
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
            return exception;
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
