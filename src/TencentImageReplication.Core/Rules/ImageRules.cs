using System.Text.RegularExpressions;
using TencentImageReplication.Core.Cvm.Models;

namespace TencentImageReplication.Core.Rules;

/// <summary>What an image ID and an image name look like, and which images may be copied how.</summary>
/// <remarks>Source: the SyncImages and DescribeImages API pages.</remarks>
public static class ImageRules
{
    /// <summary>The most characters that an image name may have.</summary>
    public const int MaximumNameLength = 60;

    private static readonly Regex Shape = new("^img-[a-z0-9]{4,32}\\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the shape of an image ID.</summary>
    public static RuleViolation? CheckId(string imageId) =>
        Shape.IsMatch(imageId)
            ? null
            : new RuleViolation(
                "InvalidImageId",
                $"'{imageId}' is not an image ID.",
                "Image IDs look like img-6pmnl3ik; Get-TccImage lists them.");

    /// <summary>Checks the length of an image name.</summary>
    public static RuleViolation? CheckName(string name) => name.Length switch
    {
        0 => new RuleViolation("ImageNameEmpty", "An image name cannot be empty.", "Give a name, or leave the parameter out to keep the source's name."),
        > MaximumNameLength => new RuleViolation(
            "ImageNameTooLong",
            $"The image name '{name}' has {name.Length} characters, and {MaximumNameLength} are allowed.",
            "Give a shorter name."),
        _ => null,
    };

    /// <summary>Checks whether an image is of the type that is copied in this way.</summary>
    /// <param name="image">The image as the service describes it.</param>
    /// <param name="region">The region it is in.</param>
    /// <param name="kind">Which kind of copy is asked for.</param>
    public static RuleViolation? CheckType(Image image, string region, CopyKind kind)
    {
        var name = $"{image.ImageId} ('{image.ImageName}', {region})";
        return (image.ImageType, kind) switch
        {
            (ImageTypes.Private, CopyKind.Custom or CopyKind.Encrypted) or (ImageTypes.Shared, CopyKind.Shared) => null,
            (ImageTypes.Shared, CopyKind.Encrypted) => new RuleViolation(
                "SharedImageNeedsCopyShared",
                Localized.Text(
                    $"{name} is shared by another account, and only your own custom images can be copied to encrypted ones.",
                    $"{name} 由其他账号共享，只有自己的自定义镜像可以复制为加密镜像。"),
                Localized.Text(
                    "Make it a custom image with Copy-TccSharedImage, wait for it, then encrypt that: give its ID with -ImageId, or its row together with -DestinationRegion.",
                    "请先用 Copy-TccSharedImage 将其复制为自定义镜像并等待完成，再加密该镜像：用 -ImageId 指定其 ID，或传入其记录并指定 -DestinationRegion。")),
            (ImageTypes.Shared, CopyKind.Custom) => new RuleViolation(
                "SharedImageNeedsCopyShared",
                $"{name} is shared by another account, and only your own custom images can be copied to other regions.",
                "Make it a custom image in its region first, with Copy-TccSharedImage, then copy that with Copy-TccCustomImage."),
            (ImageTypes.Private, CopyKind.Shared) => new RuleViolation(
                "CustomImageNeedsCopyCustom",
                $"{name} is already a custom image of this account.",
                "To copy it to other regions, use Copy-TccCustomImage."),
            (ImageTypes.Public, _) => new RuleViolation(
                "PublicImageNotCopied",
                $"{name} is a public image of Tencent Cloud, and public images are not copied.",
                "The same public image is offered in other regions: find it there with Get-TccImage -ImageType Public."),
            _ => new RuleViolation(
                "ImageTypeNotCopied",
                $"{name} is of type '{image.ImageType}', which is not copied.",
                "Choose a custom image (Copy-TccCustomImage) or a shared image (Copy-TccSharedImage)."),
        };
    }

    /// <summary>Checks whether an image is ready to be copied.</summary>
    /// <param name="image">The image as the service describes it now.</param>
    /// <param name="region">The region it is in.</param>
    public static RuleViolation? CheckState(Image image, string region)
    {
        if (image.ImageState == ImageStates.Normal)
            return null;

        var advice = ImageStates.IsFailed(image.ImageState)
            ? "It will not become usable: make the image anew."
            : $"Wait until it is ready, with Wait-TccImage -ImageId {image.ImageId} -Region {region}, then copy it.";
        return new RuleViolation(
            "ImageNotNormal",
            $"{image.ImageId} ('{image.ImageName}', {region}) is in state {image.ImageState}, and only a NORMAL image can be copied.",
            advice);
    }
}
