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
    /// <summary>The number of lost responses after which it gives up.</summary>
    private const int MaxLostResponses = 3;

    /// <summary>The largest clock difference that the service accepts in a request.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The time that a new image may take to become visible.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    /// <summary>The time to look for an image when the service reports that it exists.</summary>
    private static readonly TimeSpan CertainVisibilityWindow = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    // The traces of a request without a response: the name is taken, or the instance is busy.
    private static readonly string[] LostRequestCodes =
        ["InvalidImageName.Duplicate", "OperationDenied.InstanceOperationInProgress", "MutexOperation.TaskRunning"];

    private readonly KeyedLock _names = new();

    /// <summary>Creates an image.</summary>
    /// <param name="region">The region of the instance or the snapshots, and of the image.</param>
    /// <param name="request">The source and the name of the image.</param>
    /// <param name="cancellationToken">Cancels; the image may still be created.</param>
    /// <returns>The image, which is being created.</returns>
    /// <exception cref="RuleViolationException">The name is taken.</exception>
    /// <exception cref="TencentCloudException">The service refused the request, or its outcome is unknown.</exception>
    public async Task<Image> CreateAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        using (await _names.EnterAsync($"{region.ToUpperInvariant()} {request.ImageName}", cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(region, request.ImageName, cancellationToken).ConfigureAwait(false) is [var taken, ..])
                throw new RuleViolationException(ImageChangeRules.NameTaken(request.ImageName, region, taken.ImageId));
            return await SendAsync(region, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Image> SendAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetUtcNow();
        TencentCloudException? lost = null;
        for (var lostResponses = 0; ;)
        {
            var window = VisibilityWindow;
            try
            {
                var response = await client.CreateImageAsync(region, request, cancellationToken).ConfigureAwait(false);
                return await ReadAsync(region, request, response.ImageId, cancellationToken).ConfigureAwait(false);
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed)
            {
                ImageChangeLog.CreateResponseLost(logger, request.ImageName, region, exception.Code);
                lost = exception;
                lostResponses++;
            }
            catch (TencentCloudException exception) when (lost is not null && LostRequestCodes.Contains(exception.Code))
            {
                window = CertainVisibilityWindow;
                lostResponses = MaxLostResponses;
            }

            if (await SearchAsync(region, request.ImageName, began, window, lost!, cancellationToken).ConfigureAwait(false) is { } created)
            {
                ImageChangeLog.Adopting(logger, created.ImageId, region, request.ImageName);
                return created;
            }

            if (lostResponses >= MaxLostResponses)
                throw window == VisibilityWindow ? lost! : Unknown(region, request.ImageName, lost!, null);
            ImageChangeLog.RetryingCreate(logger, request.ImageName, region);
        }
    }

    /// <summary>Searches until the image is visible, or would be visible if it existed.</summary>
    private async Task<Image?> SearchAsync(
        string region, string name, DateTimeOffset began, TimeSpan window, TencentCloudException lost, CancellationToken cancellationToken)
    {
        var until = timeProvider.GetUtcNow() + window;
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, MaxPause.Ticks)))
        {
            // A search may take long: what it does not find did not exist when it began.
            var now = timeProvider.GetUtcNow();
            TencentCloudException? unreachable = null;
            try
            {
                var found = await FindAsync(region, name, cancellationToken).ConfigureAwait(false);
                if (found.Find(image => !(image.CreatedTime < began - ClockTolerance)) is { } created)
                    return created;
            }
            catch (TencentCloudException exception)
            {
                unreachable = exception;
            }

            if (now >= until)
                return unreachable is null ? null : throw Unknown(region, name, lost, unreachable);
            await timeProvider.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }
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
        await foreach (var image in client.ListImagesAsync(region, filters, cancellationToken).ConfigureAwait(false))
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
            var found = await client.FindImagesAsync(region, [imageId], cancellationToken).ConfigureAwait(false);
            return found.TryGetValue(imageId, out var image) ? image : requested;
        }
        catch (TencentCloudException exception)
        {
            // The image is being created even when it cannot be read.
            RequestLog.NoResponse(logger, region, exception.Code);
            return requested;
        }
    }

    private static TencentCloudException Unknown(
        string region, string name, TencentCloudException lost, TencentCloudException? unreachable)
    {
        var found = unreachable?.Code ?? Localized.Text("not visible yet", "尚不可见");
        return new TencentCloudException(
            lost.Kind,
            ClientErrorCodes.OutcomeUnknown,
            Localized.Text(
                $"It is not known whether the image '{name}' is being created: there was no response to the request ({lost.Code}), and the image "
                    + $"could not be found since ({found}). Check with Get-TccImage -ImageName '{name}' before you retry.",
                $"无法确定镜像“{name}”是否正在创建：请求未收到响应（{lost.Code}），之后也无法查询"
                    + $"（{found}）。重试前，请先用 Get-TccImage -ImageName '{name}' 查询。"),
            lost.Action,
            region,
            lost.RequestId,
            mayHaveActed: true,
            lost);
    }
}
