using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Listing;

/// <summary>Looks images up by their IDs.</summary>
public static class ImagesById
{
    /// <summary>Lists the images that exist, in the order of the IDs.</summary>
    public static async IAsyncEnumerable<Image> ListAsync(
        CvmClient client,
        string region,
        IReadOnlyCollection<string> imageIds,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await client.FindImagesAsync(region, imageIds, cancellationToken);
        foreach (var imageId in imageIds)
        {
            if (found.TryGetValue(imageId, out var image))
                yield return image;
        }
    }
}
