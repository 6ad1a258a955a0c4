using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Compares images with possible copies: the service keeps no link from a copy to its source.</summary>
internal static class CopyIdentity
{
    /// <summary>Checks that an image with the right name can be a copy of the source, and is or will be usable.</summary>
    public static bool IsUsableCopyOf(Image candidate, Image source) =>
        candidate.ImageType == ImageTypes.Private
        && candidate.ImageId != source.ImageId
        && !ImageStates.IsFailed(candidate.ImageState)
        && LooksLike(candidate, source);

    /// <summary>Checks that two images have the same size and system.</summary>
    public static bool LooksLike(Image one, Image other) =>
        one.ImageSize == other.ImageSize
        && one.OsName == other.OsName
        && one.Architecture == other.Architecture;
}
