using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images;

/// <summary>Describes many images in few calls and works on them side by side. One that fails does not keep the others.</summary>
public static class ImageBatch
{
    /// <summary>As many at a time as the service takes requests of most actions in a second.</summary>
    private const int MostAtWork = 10;

    /// <summary>Works through images; what comes of each is told in the order of the images.</summary>
    /// <param name="client">The service.</param>
    /// <param name="images">The images, each once.</param>
    /// <param name="work">Works on one of them, which is there.</param>
    /// <param name="emit">Takes what came of it; called by one thread at a time.</param>
    /// <param name="fail">
    /// Takes why nothing did: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>; likewise.
    /// </param>
    /// <param name="cancellationToken">Ends all of it.</param>
    public static async Task RunAsync<TResult>(
        CvmClient client,
        IReadOnlyList<ImageRef> images,
        Func<ImageRef, Image, CancellationToken, Task<TResult>> work,
        Action<ImageRef, TResult> emit,
        Action<ImageRef, Exception> fail,
        CancellationToken cancellationToken)
    {
        // Not disposed of: work that is abandoned still leaves it.
        var gate = new SemaphoreSlim(MostAtWork);
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
                emit(images[index], await running[index].ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
            {
                fail(images[index], exception);
            }
        }

        async Task<TResult> RunOneAsync(ImageRef image)
        {
            var found = await regions[image.Region].ConfigureAwait(false);
            if (!found.TryGetValue(image.ImageId, out var described))
                throw new RuleViolationException(ImageChangeRules.NotFound(image.ImageId, image.Region));

            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await work(image, described, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
