using TencentImageReplication.Core.Images.Usage;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the rows of the uses of images.</summary>
internal static class ImageUsageRows
{
    /// <summary>Returns the uses of the images of a region, then a row for each kind that could not be read.</summary>
    /// <param name="region">The images that exist, and the uses.</param>
    /// <param name="imageIds">The images that were requested; null for all custom images.</param>
    internal static IEnumerable<TccImageUsage> Of(RegionUsage region, IReadOnlyCollection<string>? imageIds) =>
    [
        .. region.Images.SelectMany(
            image => region.Usage.Of(image), (image, use) => TccImageUsage.From(region, image.ImageId, image, use)),
        // An image that was deleted may still be named.
        .. (imageIds ?? []).Except(region.Images.Select(image => image.ImageId)).SelectMany(
            imageId => region.Usage.Of(imageId), (imageId, use) => TccImageUsage.From(region, imageId, image: null, use)),
        .. region.Usage.Unread.Select(unread => TccImageUsage.From(region, unread)),
    ];
}
