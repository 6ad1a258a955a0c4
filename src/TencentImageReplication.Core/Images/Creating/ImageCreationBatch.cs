using System.Threading.Channels;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Creating;

/// <summary>Creates the images of a command in parallel.</summary>
public sealed class ImageCreationBatch(ImageCreator creator)
{
    /// <summary>The maximum number of concurrent requests in a region: the rate limit of CreateImage, per second.</summary>
    private const int MaxRequestsPerRegion = 10;

    /// <summary>Creates an image for each request. If one fails, the others continue.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="emit">Receives each image, which is being created; called from any thread.</param>
    /// <param name="fail">Receives the failed request or the broken rule of an image; called from any thread.</param>
    /// <param name="cancellationToken">Cancels; images may still be created.</param>
    public Task RunAsync(
        ChannelReader<ImageCreation> requests,
        Action<ImageCreation, Image> emit,
        Action<ImageCreation, Exception> fail,
        CancellationToken cancellationToken) =>
        ParallelWork.RunAsync(
            requests,
            item => item.Region,
            MaxRequestsPerRegion,
            async (item, stop) => emit(item, await creator.CreateAsync(item.Region, item.Request, stop)),
            exception => exception is TencentCloudException or RuleViolationException,
            fail,
            cancellationToken);
}

/// <summary>An image to create.</summary>
/// <param name="Region">The region of its source and the image.</param>
/// <param name="Request">The request.</param>
public sealed record ImageCreation(string Region, CreateImageRequest Request);
