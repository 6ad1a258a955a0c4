using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>Identifies an image in the marks of its copies. An image that is created again under its name has another ID and time.</summary>
/// <param name="Region">The region of the image.</param>
/// <param name="ImageId">The image.</param>
/// <param name="CreatedTime">The time of its creation; null when the service did not return it.</param>
public sealed record ImageIdentity(string Region, string ImageId, DateTimeOffset? CreatedTime)
{
    /// <summary>Returns the identity of an image.</summary>
    public static ImageIdentity Of(Image image, string region) => new(region, image.ImageId, image.CreatedTime);

    /// <summary>Checks that both name one image. A time that is not known equals any time.</summary>
    public bool IsSame(ImageIdentity other) =>
        RegionRules.IsSame(Region, other.Region)
        && ImageId == other.ImageId
        && (CreatedTime is null || other.CreatedTime is null || Second(CreatedTime.Value) == Second(other.CreatedTime.Value));

    // The service returns whole seconds.
    private static long Second(DateTimeOffset time) => time.ToUnixTimeSeconds();
}
