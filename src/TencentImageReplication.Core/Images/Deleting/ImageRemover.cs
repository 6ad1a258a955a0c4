using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>Deletes images, many in one request. If one cannot be deleted, the others still are.</summary>
public sealed class ImageRemover(CvmClient client, ImageRemovalOptions options, TimeProvider timeProvider, ILogger logger)
{
    private const string NotFound = "InvalidImageId.NotFound";

    /// <summary>The time for which deleted images may stay visible.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromSeconds(15);

    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));

    private readonly ReadPoll _poll = new(timeProvider, logger);
    private readonly ImageSharing _sharing = new(client, logger);

    /// <summary>Deletes images.</summary>
    /// <param name="images">The images, each once.</param>
    /// <param name="fail">
    /// Receives the error of an image: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>. Called from any thread.
    /// </param>
    /// <param name="cancellationToken">Cancels; what was requested by then is still deleted.</param>
    public async Task RunAsync(IReadOnlyList<ImageRef> images, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        var plans = new List<ImageRemovalPlan>();
        await ImageBatch.RunAsync(client, images, PlanAsync, (_, plan) => plans.Add(plan), fail, cancellationToken);

        IReadOnlyList<ImageRemovalPlan> removable = options.Usage is { } usage
            ? await new UsageCheck(usage, logger).LeaveOutUsedAsync(plans, fail, cancellationToken)
            : plans;
        var confirmed = new List<ImageRemovalPlan>();
        foreach (var plan in removable)
        {
            if (await options.ConfirmAsync(plan))
                confirmed.Add(plan);
        }

        await Task.WhenAll(confirmed
            .GroupBy(plan => plan.Region, StringComparer.OrdinalIgnoreCase)
            .Select(region => RemoveAsync(region.Key, [.. region], fail, cancellationToken)));
    }

    private async Task<ImageRemovalPlan> PlanAsync(ImageRef image, Image described, CancellationToken cancellationToken)
    {
        if (ImageChangeRules.CheckRemovable(described, image.Region) is { } violation)
            throw new RuleViolationException(violation);
        var shares = options.Unshare
            ? await _sharing.ListAsync(image, described, cancellationToken)
            : [];
        return new ImageRemovalPlan(described, image.Region, options.IncludeSnapshots, shares.Count);
    }

    private async Task RemoveAsync(
        string region, List<ImageRemovalPlan> plans, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        var ready = new List<string>();
        foreach (var plan in plans)
        {
            if (plan.AccountsToUnshare == 0 || await UnshareAsync(plan, fail, cancellationToken))
                ready.Add(plan.Image.ImageId);
        }

        foreach (var batch in Paging.Batches(ready))
            await DeleteAsync(region, batch, LostResponses.None, fail, cancellationToken);
    }

    private async Task<bool> UnshareAsync(ImageRemovalPlan plan, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        var image = new ImageRef(plan.Image.ImageId, plan.Region);
        try
        {
            var results = await _sharing.RevokeAsync(image, plan.Image, null, _ => Task.FromResult(true), cancellationToken);
            if (results.FirstOrDefault(result => result.Failure is not null) is { } refused)
            {
                fail(image, refused.Failure!);
                return false;
            }

            ImageChangeLog.Unshared(logger, image.ImageId, image.Region, results.Count);
            return true;
        }
        catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
        {
            fail(image, exception);
            return false;
        }
    }

    // One refused image fails the whole request, and so may a list that is too long.
    private Task DeleteAsync(
        string region, IReadOnlyList<string> imageIds, LostResponses losses, Action<ImageRef, Exception> fail, CancellationToken cancellationToken) =>
        RequestSplitter.SendAsync(
            imageIds,
            part => SendAsync(region, part, losses, fail, cancellationToken),
            exception => exception.Kind == TencentCloudErrorKind.Service,
            (imageId, exception) =>
            {
                // After a lost response, the request did delete the image.
                if (losses.Any && exception.Code == NotFound)
                    ImageChangeLog.Deleted(logger, region, imageId);
                else
                    fail(new ImageRef(imageId, region), exception);
            });

    private async Task SendAsync(
        string region, IReadOnlyList<string> imageIds, LostResponses losses, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DeleteImagesRequest { ImageIds = imageIds, DeleteBindedSnap = options.IncludeSnapshots ? true : null };
            await client.DeleteImagesAsync(region, request, cancellationToken);
            ImageChangeLog.Deleted(logger, region, Localized.List(imageIds));
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            ImageChangeLog.DeleteResponseLost(logger, Localized.List(imageIds), region, exception.Code);
            losses = losses.With(exception);
            var remaining = await FindRemainingAsync(region, imageIds, losses, fail, cancellationToken);
            if (remaining.Count > 0 && losses.MayRetry)
                await DeleteAsync(region, remaining, losses, fail, cancellationToken);
            else
                FailAll(remaining, exception);
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.Service)
        {
            if (imageIds.Count > 1)
                ImageChangeLog.SplittingDeletion(logger, imageIds.Count, region, exception.Code);
            throw;
        }
        catch (TencentCloudException exception)
        {
            FailAll(imageIds, exception);
        }

        void FailAll(IEnumerable<string> ids, Exception exception)
        {
            foreach (var imageId in ids)
                fail(new ImageRef(imageId, region), exception);
        }
    }

    /// <summary>Finds the images that still exist after a request without a response.</summary>
    private async Task<IReadOnlyList<string>> FindRemainingAsync(
        string region, IReadOnlyList<string> imageIds, LostResponses losses, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        var (found, error) = await _poll.RunAsync(
            region,
            VisibilityWindow,
            Pauses,
            () => client.FindImagesAsync(region, imageIds, cancellationToken),
            images => images.Count == 0,
            cancellationToken);
        if (error is null)
            return [.. imageIds.Where(found!.ContainsKey)];

        foreach (var imageId in imageIds)
            fail(new ImageRef(imageId, region), Unknown(region, imageId, losses, error));
        return [];
    }

    private static TencentCloudException Unknown(string region, string imageId, LostResponses losses, TencentCloudException error) =>
        losses.OutcomeUnknown(
            region,
            Localized.Text($"{imageId} in {region} was deleted", $" {region} 中的 {imageId} 是否已删除"),
            error.Code,
            Localized.Text(
                "Run the command again later. A deleted image is reported as not found.",
                "请稍后重新运行：如果镜像已删除，会报告镜像不存在。"));
}
