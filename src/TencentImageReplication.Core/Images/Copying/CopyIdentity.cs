using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>By what a copy is known: the service keeps no link from a copy to its source.</summary>
internal static class CopyIdentity
{
    /// <summary>Whether an image of the right name can be a copy of the source, and one that is or will be of use.</summary>
    public static bool IsUsableCopyOf(Image candidate, Image source) =>
        candidate.ImageType == ImageTypes.Private
        && candidate.ImageId != source.ImageId
        && !ImageStates.IsFailed(candidate.ImageState)
        && LooksLike(candidate, source);

    /// <summary>Whether two images of one name have the size and system of each other.</summary>
    public static bool LooksLike(Image one, Image other) =>
        one.ImageSize == other.ImageSize
        && one.OsName == other.OsName
        && one.Architecture == other.Architecture;
}
