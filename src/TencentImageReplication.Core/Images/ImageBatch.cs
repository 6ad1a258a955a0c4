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
    private const int MaxConcurrency = 10;

    /// <summary>Processes images and emits the results in the order of the images.</summary>
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
        var limit = new ConcurrencyLimit(MaxConcurrency);
        var regions = images
            .GroupBy(image => image.Region, image => image.ImageId, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                region => region.Key,
                region => client.FindImagesAsync(region.Key, [.. region], cancellationToken),
                StringComparer.OrdinalIgnoreCase);
        var running = images.Select(RunOneAsync).ToList();
        for (var index = 0; index < images.Count; index++)
        {
            try
            {
                emit(images[index], await running[index]);
            }
            catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
            {
                fail(images[index], exception);
            }
        }

        async Task<TResult> RunOneAsync(ImageRef image)
        {
            var found = await regions[image.Region];
            if (!found.TryGetValue(image.ImageId, out var described))
                throw new RuleViolationException(ImageChangeRules.NotFound(image.ImageId, image.Region));

            using (await limit.EnterAsync(cancellationToken))
                return await work(image, described, cancellationToken);
        }
    }
}
