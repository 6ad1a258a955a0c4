using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images;

/// <summary>Describes many images in few requests and processes them in parallel. If one fails, the others continue.</summary>
public static class ImageBatch
{
    /// <summary>The service allows 10 requests a second for most actions.</summary>
    private const int MaxConcurrencyPerRegion = 10;

    /// <summary>
    /// Processes images and emits the results in the order of the images of a region. A region that is slow delays no other.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="images">The images, each once.</param>
    /// <param name="work">Processes one image, which exists.</param>
    /// <param name="emit">Receives each result; called by one thread at a time.</param>
    /// <param name="fail">
    /// Receives the error of an image: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>; called by one thread
    /// at a time.
    /// </param>
    /// <param name="cancellationToken">Cancels all of it.</param>
    public static async Task RunAsync<TResult>(
        CvmClient client,
        IReadOnlyList<ImageRef> images,
        Func<ImageRef, Image, CancellationToken, Task<TResult>> work,
        Action<ImageRef, TResult> emit,
        Action<ImageRef, Exception> fail,
        CancellationToken cancellationToken)
    {
        var gate = new object();
        await Task.WhenAll(images.GroupBy(image => image.Region, StringComparer.OrdinalIgnoreCase).Select(RunRegionAsync));

        async Task RunRegionAsync(IGrouping<string, ImageRef> region)
        {
            var limit = new ConcurrencyLimit(MaxConcurrencyPerRegion);
            var described = client.FindImagesAsync(region.Key, [.. region.Select(image => image.ImageId)], cancellationToken);
            var running = region.Select(image => (Image: image, Result: RunOneAsync(image, described, limit))).ToList();
            foreach (var (image, pending) in running)
            {
                try
                {
                    var result = await pending;
                    lock (gate)
                        emit(image, result);
                }
                catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
                {
                    lock (gate)
                        fail(image, exception);
                }
            }
        }

        async Task<TResult> RunOneAsync(ImageRef image, Task<IReadOnlyDictionary<string, Image>> region, ConcurrencyLimit limit)
        {
            var found = await region;
            if (!found.TryGetValue(image.ImageId, out var described))
                throw new RuleViolationException(ImageChangeRules.NotFound(image.ImageId, image.Region));

            using (await limit.EnterAsync(cancellationToken))
                return await work(image, described, cancellationToken);
        }
    }
}
