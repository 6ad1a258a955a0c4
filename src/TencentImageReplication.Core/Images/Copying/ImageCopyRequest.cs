using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>A request to copy an image to one or more regions.</summary>
/// <param name="ImageId">The image to copy.</param>
/// <param name="SourceRegion">The region of the image.</param>
/// <param name="DestinationRegions">The regions to copy it to; the source region itself for a shared image.</param>
/// <param name="ImageName">The name of the copies; null keeps the name of the source.</param>
public sealed record ImageCopyRequest(
    string ImageId,
    string SourceRegion,
    IReadOnlyList<string> DestinationRegions,
    string? ImageName)
{
    /// <summary>The attributes that the copies get from the image once they are available.</summary>
    public CarriedAttributes CarryOver { get; init; }

    /// <summary>
    /// The copies from the rows of an earlier run, by destination region. Such a copy belongs to this image and to no other, as long
    /// as it exists.
    /// </summary>
    public IReadOnlyDictionary<string, string>? KnownCopies { get; init; }

    /// <summary>The first image of the chain, when the image is a copy and the caller knows it; null to read it from the mark of the image.</summary>
    public ImageIdentity? Origin { get; init; }

    /// <summary>True when the copies go to other regions too: then the region of the image itself is no error.</summary>
    internal bool IncludesOtherRegions { get; init; }

    /// <summary>Checks whether an image is the copy in a region according to an earlier run.</summary>
    internal bool IsKnownCopy(string region, string imageId) =>
        KnownCopies is not null && KnownCopies.TryGetValue(region, out var known) && known == imageId;

    /// <summary>Returns the mark of the copies of an image.</summary>
    internal SourceMark MarkOf(Image image) => SourceMark.For(image, SourceRegion) is var mark && Origin is not null ? mark with { Origin = Origin } : mark;

    /// <summary>Returns the name of the copies of an image.</summary>
    internal string NameOfCopy(Image image) => ImageName ?? image.ImageName;
}
