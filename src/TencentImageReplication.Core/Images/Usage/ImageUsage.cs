using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>The uses of the images of a region, as far as they could be read.</summary>
public sealed class ImageUsage
{
    private readonly ILookup<string, ImageUse> _byImage;
    private readonly ILookup<string, ImageUse> _byFamily;

    internal ImageUsage(string region, IReadOnlyList<ImageUse> uses, IReadOnlyList<UnreadUses> unread)
    {
        Region = region;
        Unread = unread;
        _byImage = uses.Where(use => !string.IsNullOrEmpty(use.ImageId)).ToLookup(use => use.ImageId!, StringComparer.Ordinal);
        _byFamily = uses.Where(use => !string.IsNullOrEmpty(use.ImageFamily)).ToLookup(use => use.ImageFamily!, StringComparer.Ordinal);
    }

    /// <summary>The region.</summary>
    public string Region { get; }

    /// <summary>The kinds that could not be read.</summary>
    public IReadOnlyList<UnreadUses> Unread { get; }

    /// <summary>Returns the uses that name an image by its ID.</summary>
    public IReadOnlyList<ImageUse> Of(string imageId) => [.. _byImage[imageId]];

    /// <summary>
    /// Returns the uses of an image. A family stands for all its images that are not deprecated: the service chooses among them.
    /// </summary>
    public IReadOnlyList<ImageUse> Of(Image image) => image is { ImageFamily: { Length: > 0 } family, ImageDeprecated: not true }
        ? [.. _byImage[image.ImageId].Union(_byFamily[family])]
        : Of(image.ImageId);
}
