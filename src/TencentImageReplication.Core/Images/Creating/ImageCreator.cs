using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Creating;

/// <summary>
/// Creates images from instances and snapshots, and never two for one request. CreateImage has no ClientToken, but image names are
/// unique in an account and region: when there is no response, the name shows whether the image exists.
/// </summary>
public sealed class ImageCreator(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The time to search for an image when the service reports that it exists.</summary>
    private static readonly TimeSpan CertainVisibilityWindow = TimeSpan.FromMinutes(5);

    // The traces of a request without a response: the name is taken, or the instance is busy.
    private static readonly string[] LostRequestCodes =
        ["InvalidImageName.Duplicate", "OperationDenied.InstanceOperationInProgress", "MutexOperation.TaskRunning"];

    private readonly KeyedLock _names = new();
    private readonly ReadPoll _poll = new(timeProvider, logger);

    /// <summary>Creates an image.</summary>
    /// <param name="region">The region of the instance or the snapshots, and of the image.</param>
    /// <param name="request">The source and the name of the image.</param>
    /// <param name="cancellationToken">Cancels; the image may still be created.</param>
    /// <returns>The image, which is being created.</returns>
    /// <exception cref="RuleViolationException">The name is taken.</exception>
    /// <exception cref="TencentCloudException">The service refused the request, or its outcome is unknown.</exception>
    public async Task<Image> CreateAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        using (await _names.EnterAsync($"{region.ToUpperInvariant()} {request.ImageName}", cancellationToken))
        {
            if (await FindAsync(region, request.ImageName, cancellationToken) is [var taken, ..])
                throw new RuleViolationException(ImageChangeRules.NameTaken(request.ImageName, region, taken.ImageId));
            return await SendAsync(region, request, cancellationToken);
        }
    }

    private async Task<Image> SendAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetUtcNow();
        var losses = LostResponses.None;
        while (true)
        {
            var isCertain = false;
            try
            {
                var response = await client.CreateImageAsync(region, request, cancellationToken);
                return await ReadAsync(region, request, response.ImageId, cancellationToken);
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed)
            {
                ImageChangeLog.CreateResponseLost(logger, request.ImageName, region, exception.Code);
                losses = losses.With(exception);
            }
            catch (TencentCloudException exception) when (losses.Any && LostRequestCodes.Contains(exception.Code))
            {
                isCertain = true;
            }

            if (await SearchAsync(region, request.ImageName, began, isCertain, losses, cancellationToken) is { } created)
            {
                ImageChangeLog.Adopting(logger, created.ImageId, region, request.ImageName);
                return created;
            }

            if (!losses.MayRetry)
                throw losses.Last!;
            ImageChangeLog.RetryingCreate(logger, request.ImageName, region);
        }
    }

    /// <summary>Searches until the image is visible, or would be visible if it existed.</summary>
    private async Task<Image?> SearchAsync(
        string region, string name, DateTimeOffset began, bool isCertain, LostResponses losses, CancellationToken cancellationToken)
    {
        var (created, error) = await _poll.RunAsync(
            region,
            isCertain ? CertainVisibilityWindow : LostResponses.VisibilityWindow,
            LostResponses.SearchBackoff,
            async () => (await FindAsync(region, name, cancellationToken))
                .Find(image => !(image.CreatedTime < began - LostResponses.ClockTolerance)),
            image => image is not null,
            cancellationToken);
        if (created is null && (error is not null || isCertain))
            throw Unknown(region, name, losses, error);
        return created;
    }

    private async Task<List<Image>> FindAsync(string region, string name, CancellationToken cancellationToken)
    {
        Filter[] filters =
        [
            new() { Name = "image-type", Values = [ImageTypes.Private] },
            new() { Name = "image-name", Values = [name] },
        ];
        var found = new List<Image>();
        // The filter also matches parts of names.
        await foreach (var image in client.ListImagesAsync(region, filters, cancellationToken))
        {
            if (image.ImageName == name)
                found.Add(image);
        }

        return found;
    }

    /// <summary>Reads the new image; returns the requested values while the service does not show it yet.</summary>
    private async Task<Image> ReadAsync(string region, CreateImageRequest request, string imageId, CancellationToken cancellationToken)
    {
        var requested = new Image
        {
            ImageId = imageId,
            ImageName = request.ImageName,
            ImageType = ImageTypes.Private,
            ImageState = ImageStates.Creating,
            ImageDescription = request.ImageDescription,
            ImageFamily = request.ImageFamily,
            Tags = request.TagSpecification is [{ Tags: var tags }] ? tags : [],
        };
        try
        {
            var found = await client.FindImagesAsync(region, [imageId], cancellationToken);
            return found.TryGetValue(imageId, out var image) ? image : requested;
        }
        catch (TencentCloudException exception)
        {
            // The image is being created even when it cannot be read.
            RequestLog.NoResponse(logger, region, exception.Code);
            return requested;
        }
    }

    private static TencentCloudException Unknown(string region, string name, LostResponses losses, TencentCloudException? error) =>
        losses.OutcomeUnknown(
            region,
            Localized.Text($"the image '{name}' is being created", $"镜像“{name}”是否正在创建"),
            error?.Code ?? Localized.Text("not visible yet", "尚不可见"),
            Localized.Text(
                $"Check with Get-TccImage -ImageName '{name}' before you retry.",
                $"重试前，请先用 Get-TccImage -ImageName '{name}' 查询。"));
}
