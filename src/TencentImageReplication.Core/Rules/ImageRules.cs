using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for image IDs and names, and for copying images.</summary>
/// <remarks>Source: the SyncImages and DescribeImages API pages.</remarks>
public static class ImageRules
{
    /// <summary>The maximum length of an image name.</summary>
    public const int MaxNameLength = 60;

    private static readonly Regex IdShape = new(@"^img-[a-z0-9]{4,32}\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the format of an image ID.</summary>
    public static RuleViolation? CheckId(string imageId) =>
        IdShape.IsMatch(imageId)
            ? null
            : new RuleViolation(
                "InvalidImageId",
                Localized.Text($"'{imageId}' is not an image ID.", $"“{imageId}”不是有效的镜像 ID。"),
                Localized.Text(
                    "Image IDs look like img-6pmnl3ik; Get-TccImage lists them.",
                    "镜像 ID 形如 img-6pmnl3ik，可以用 Get-TccImage 列出。"));

    /// <summary>Checks the length of an image name.</summary>
    public static RuleViolation? CheckName(string name) => name.Length switch
    {
        0 => new RuleViolation("ImageNameEmpty", Localized.Text("An image name cannot be empty.", "镜像名称不能为空。"), Localized.Text(
            "Specify a name, or omit the parameter to keep the name of the source.",
            "请指定名称；如需沿用源镜像的名称，请不要指定该参数。")),
        > MaxNameLength => new RuleViolation(
            "ImageNameTooLong",
            Localized.Text(
                $"The image name '{name}' has {name.Length} characters. The maximum is {MaxNameLength}.",
                $"镜像名称“{name}”有 {name.Length} 个字符，最多允许 {MaxNameLength} 个。"),
            Localized.Text("Specify a shorter name.", "请使用更短的名称。")),
        _ => null,
    };

    /// <summary>Checks that the type of an image allows this kind of copy.</summary>
    /// <param name="image">The image as the service describes it.</param>
    /// <param name="region">The region of the image.</param>
    /// <param name="kind">The kind of copy.</param>
    public static RuleViolation? CheckType(Image image, string region, CopyKind kind)
    {
        var name = $"{image.ImageId} ('{image.ImageName}', {region})";
        return (image.ImageType, kind) switch
        {
            (ImageTypes.Private, CopyKind.Custom or CopyKind.Encrypted) or (ImageTypes.Shared, CopyKind.Shared) => null,
            (ImageTypes.Shared, CopyKind.Encrypted) => new RuleViolation(
                "SharedImageNeedsCopyShared",
                Localized.Text(
                    $"{name} is shared by another account. Only your own custom images can be copied to encrypted ones.",
                    $"{name} 由其他账号共享，只有本账号的自定义镜像可以复制为加密镜像。"),
                Localized.Text(
                    "Copy it to a custom image with Copy-TccSharedImage and wait for that copy. Then encrypt the copy: specify its ID with -ImageId, or pipe in its row with -DestinationRegion.",
                    "请先用 Copy-TccSharedImage 将其复制为自定义镜像，等待完成后再复制为加密镜像：用 -ImageId 指定该自定义镜像，或传入其记录并指定 -DestinationRegion。")),
            (ImageTypes.Shared, CopyKind.Custom) => new RuleViolation(
                "SharedImageNeedsCopyShared",
                Localized.Text(
                    $"{name} is shared by another account. Only your own custom images can be copied to other regions.",
                    $"{name} 由其他账号共享，只有本账号的自定义镜像可以复制到其他地域。"),
                Localized.Text(
                    "Copy it to a custom image in its region with Copy-TccSharedImage first, then copy that image with Copy-TccCustomImage.",
                    "请先用 Copy-TccSharedImage 在同地域将其复制为自定义镜像，再用 Copy-TccCustomImage 复制到其他地域。")),
            (ImageTypes.Private, CopyKind.Shared) => new RuleViolation(
                "CustomImageNeedsCopyCustom",
                Localized.Text($"{name} is already a custom image of this account.", $"{name} 已是本账号的自定义镜像。"),
                Localized.Text("To copy it to other regions, use Copy-TccCustomImage.", "如需复制到其他地域，请用 Copy-TccCustomImage。")),
            (ImageTypes.Public, _) => new RuleViolation(
                "PublicImageNotCopied",
                Localized.Text(
                    $"{name} is a public image of Tencent Cloud. Public images cannot be copied.",
                    $"{name} 是腾讯云的公共镜像，公共镜像不支持复制。"),
                Localized.Text(
                    "Other regions offer the same public image. Find it there with Get-TccImage -ImageType Public.",
                    "其他地域也提供同一公共镜像，可以用 Get-TccImage -ImageType Public 在该地域查找。")),
            _ => new RuleViolation(
                "ImageTypeNotCopied",
                Localized.Text(
                    $"{name} is of type '{image.ImageType}', which cannot be copied.",
                    $"{name} 的类型为“{image.ImageType}”，不支持复制。"),
                Localized.Text(
                    "Choose a custom image (Copy-TccCustomImage) or a shared image (Copy-TccSharedImage).",
                    "请选择自定义镜像（Copy-TccCustomImage）或共享镜像（Copy-TccSharedImage）。")),
        };
    }

    /// <summary>Checks that the state of an image allows copying.</summary>
    /// <param name="image">The image as the service describes it now.</param>
    /// <param name="region">The region of the image.</param>
    public static RuleViolation? CheckState(Image image, string region)
    {
        if (image.ImageState == ImageStates.Normal)
            return null;

        var advice = ImageStates.IsFailed(image.ImageState)
            ? Localized.Text("It cannot become usable. Create the image again.", "该镜像不会再变为可用，请重新创建镜像。")
            : Localized.Text(
                $"Wait until it is available with Wait-TccImage -ImageId {image.ImageId} -Region {region}, then copy it.",
                $"请用 Wait-TccImage -ImageId {image.ImageId} -Region {region} 等待镜像就绪，然后再复制。");
        return new RuleViolation(
            "ImageNotNormal",
            Localized.Text(
                $"{image.ImageId} ('{image.ImageName}', {region}) is in state {image.ImageState}. Only a NORMAL image can be copied.",
                $"{image.ImageId}（“{image.ImageName}”，{region}）的状态为 {image.ImageState}，只能复制状态为 NORMAL 的镜像。"),
            advice);
    }
}
