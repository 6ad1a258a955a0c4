using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>An image that is to be copied, and where to.</summary>
/// <param name="ImageId">The image to copy.</param>
/// <param name="SourceRegion">The region it is in.</param>
/// <param name="DestinationRegions">The regions to copy it to; the source region itself for a shared image.</param>
/// <param name="ImageName">The name of the copies; null keeps the source's name.</param>
public sealed record ImageCopyRequest(
    string ImageId,
    string SourceRegion,
    IReadOnlyList<string> DestinationRegions,
    string? ImageName)
{
    /// <summary>What the copies are to get from the image once they are ready.</summary>
    public CarriedAttributes CarryOver { get; init; }

    /// <summary>
    /// The copies that an earlier run tells of, by destination region: such a copy is taken for this image's and no other
    /// one's, as long as it is there.
    /// </summary>
    public IReadOnlyDictionary<string, string>? KnownCopies { get; init; }

    /// <summary>Whether an earlier run tells that an image is the copy in a region.</summary>
    internal bool IsKnownCopy(string region, string imageId) =>
        KnownCopies is not null && KnownCopies.TryGetValue(region, out var known) && known == imageId;

    /// <summary>The name that the copies of an image will have.</summary>
    internal string NameOfCopy(Image image) => ImageName ?? image.ImageName;
}
