using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for changing and deleting images.</summary>
/// <remarks>Source: the ModifyImageAttribute, CreateImage and DeleteImages API pages.</remarks>
public static class ImageChangeRules
{
    /// <summary>The maximum length of a description.</summary>
    public const int MaxDescriptionLength = 256;

    /// <summary>The number of uses that a message names one by one.</summary>
    private const int MaxUsesNamed = 5;

    /// <summary>Creates the violation for an image that does not exist.</summary>
    public static RuleViolation NotFound(string imageId, string region) => new(
        "ImageNotFound",
        Localized.Text(
            $"Image {imageId} does not exist in {region}, or this account has no access to it.",
            $"{region} 中没有本账号可见的镜像 {imageId}。"),
        Localized.Text(
            "Check the ID and the region with Get-TccImage. Image IDs are specific to a region.",
            "请用 Get-TccImage 检查 ID 和地域：镜像 ID 只在其所在地域有效。"));

    /// <summary>Checks that an image belongs to the account.</summary>
    /// <param name="image">The image as the service describes it.</param>
    /// <param name="region">The region of the image.</param>
    public static RuleViolation? CheckOwn(Image image, string region) => image.ImageType switch
    {
        ImageTypes.Private => null,
        ImageTypes.Shared => new RuleViolation(
            "ImageNotOwn",
            Localized.Text(
                $"{NameOf(image, region)} is shared by another account. Only its owner can change or delete it.",
                $"{NameOf(image, region)} 由其他账号共享，只有其所有者可以修改或删除。"),
            Localized.Text(
                "Copy it to a custom image of your own with Copy-TccSharedImage first, or contact the owner.",
                "请先用 Copy-TccSharedImage 将其复制为本账号的自定义镜像，或联系所有者。")),
        _ => new RuleViolation(
            "ImageNotOwn",
            Localized.Text(
                $"{NameOf(image, region)} is not a custom image of this account and cannot be changed or deleted.",
                $"{NameOf(image, region)} 不是本账号的自定义镜像，不能修改或删除。"),
            Localized.Text("Get-TccImage lists your custom images.", "可以用 Get-TccImage 列出本账号的自定义镜像。")),
    };

    /// <summary>Checks that an image may be deleted.</summary>
    /// <param name="image">The image as the service describes it now.</param>
    /// <param name="region">The region of the image.</param>
    public static RuleViolation? CheckRemovable(Image image, string region)
    {
        if (CheckOwn(image, region) is { } notOwn)
            return notOwn;
        if (image.ImageState == ImageStates.Normal || ImageStates.IsFailed(image.ImageState))
            return null;

        var reason = image.ImageState switch
        {
            ImageStates.Syncing => Localized.Text("it is being copied", "正在复制"),
            ImageStates.Creating => Localized.Text("it is being created", "正在创建"),
            "IMPORTING" => Localized.Text("it is being imported", "正在导入"),
            _ => Localized.Text("another operation is in progress", "有任务正在进行"),
        };
        return new RuleViolation(
            "ImageBusy",
            Localized.Text(
                $"{NameOf(image, region)} cannot be deleted while {reason} (state {image.ImageState}).",
                $"{NameOf(image, region)} {reason}（状态 {image.ImageState}），此时不能删除。"),
            WaitFirst(image, region));
    }

    /// <summary>Creates the violation for an image that cannot be deleted because something uses it.</summary>
    /// <param name="image">The image.</param>
    /// <param name="region">The region of the image.</param>
    /// <param name="uses">The uses, as parts of a sentence.</param>
    public static RuleViolation InUse(Image image, string region, IReadOnlyList<string> uses)
    {
        var named = Localized.List(uses.Take(MaxUsesNamed));
        var more = uses.Count - MaxUsesNamed;
        var all = more > 0 ? Localized.Text($"{named} and {more} more", $"{named}，以及另外 {more} 个") : named;
        return new RuleViolation(
            "ImageInUse",
            Localized.Text(
                $"{NameOf(image, region)} is in use: {all}.",
                $"{NameOf(image, region)} 正在使用：{all}。"),
            Localized.Text(
                "Change these to another image first. -Force deletes it anyway: instances keep running, but cannot be reinstalled from it, "
                    + "and templates and configurations that name it no longer create instances.",
                "请先让这些资源改用其他镜像。-Force 会强制删除：实例继续运行，但不能再用该镜像重装；引用它的启动模板和启动配置将无法创建实例。"));
    }

    /// <summary>Creates the violation for a name that is already in use.</summary>
    /// <param name="name">The name.</param>
    /// <param name="region">The region.</param>
    /// <param name="imageId">The image with this name.</param>
    public static RuleViolation NameTaken(string name, string region, string imageId) => new(
        "ImageNameTaken",
        Localized.Text(
            $"An image named '{name}' already exists in {region}: {imageId}. No image was created.",
            $"{region} 中已有名为“{name}”的镜像：{imageId}。未创建镜像。"),
        Localized.Text(
            $"Specify another name. If {imageId} is from an earlier run, continue with it: Wait-TccImage -ImageId {imageId} -Region {region}",
            $"请使用其他名称。如果 {imageId} 是以前运行时创建的，可以继续使用：Wait-TccImage -ImageId {imageId} -Region {region}"));

    internal static string NameOf(Image image, string region) => $"{image.ImageId} ('{image.ImageName}', {region})";

    internal static string WaitFirst(Image image, string region) => Localized.Text(
        $"Wait until that ends with Wait-TccImage -ImageId {image.ImageId} -Region {region}, then run the command again.",
        $"请用 Wait-TccImage -ImageId {image.ImageId} -Region {region} 等待其结束，然后重新运行。");
}
