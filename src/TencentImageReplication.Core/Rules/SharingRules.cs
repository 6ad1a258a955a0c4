using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for account IDs and for sharing images.</summary>
/// <remarks>Source: the ModifyImageSharePermission API page.</remarks>
public static class SharingRules
{
    /// <summary>The maximum number of accounts that an image may be shared with.</summary>
    public const int MaxAccounts = 500;

    private static readonly Regex AccountIdPattern = new("^[0-9]{5,20}\\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the format of an account ID.</summary>
    public static RuleViolation? CheckAccountId(string accountId) =>
        AccountIdPattern.IsMatch(accountId)
            ? null
            : new RuleViolation(
                "InvalidAccountId",
                Localized.Text($"'{accountId}' is not an account ID.", $"“{accountId}”不是有效的账号 ID。"),
                Localized.Text(
                    "Use the Account ID of the root account from the console, such as 100000000001. It is not the APPID and not the ID of a sub-user.",
                    "请使用控制台“账号信息”中主账号的账号 ID，例如 100000000001；不是 APPID，也不是子用户的 ID。"));

    /// <summary>Checks that this account may decide about sharing an image.</summary>
    /// <param name="image">The image as the service describes it.</param>
    /// <param name="region">The region of the image.</param>
    public static RuleViolation? CheckOwner(Image image, string region)
    {
        if (image.ImageType == ImageTypes.Private)
            return null;

        var name = ImageChangeRules.NameOf(image, region);
        return new RuleViolation(
            "OnlyOwnImagesAreShared",
            image.ImageType == ImageTypes.Shared
                ? Localized.Text(
                    $"{name} is shared by another account. Only its owner can share it or stop sharing it.",
                    $"{name} 由其他账号共享，只有所有者可以共享或取消共享。")
                : Localized.Text(
                    $"{name} is not a custom image of this account and cannot be shared.",
                    $"{name} 不是本账号的自定义镜像，不能共享。"),
            Localized.Text(
                "Copy a shared image to a custom image of your own with Copy-TccSharedImage, and share that image.",
                "请先用 Copy-TccSharedImage 将共享镜像复制为本账号的自定义镜像，再共享该自定义镜像。"));
    }

    /// <summary>Checks that the sharing of an image may be changed.</summary>
    /// <param name="image">The image as the service describes it now.</param>
    /// <param name="region">The region of the image.</param>
    public static RuleViolation? CheckImage(Image image, string region)
    {
        if (CheckOwner(image, region) is { } notOwn)
            return notOwn;
        if (image.ImageState == ImageStates.Normal)
            return null;

        var name = ImageChangeRules.NameOf(image, region);
        return new RuleViolation(
            "ImageNotNormal",
            Localized.Text(
                $"{name} is in state {image.ImageState}. Only the sharing of a NORMAL image can be changed.",
                $"{name} 的状态为 {image.ImageState}，只能修改状态为 NORMAL 的镜像的共享设置。"),
            ImageStates.IsFailed(image.ImageState)
                ? Localized.Text("It cannot become usable. Create the image again.", "该镜像不会再变为可用，请重新创建镜像。")
                : ImageChangeRules.WaitFirst(image, region));
    }

    /// <summary>Checks the number of accounts that an image is shared with.</summary>
    /// <param name="image">The image.</param>
    /// <param name="region">The region of the image.</param>
    /// <param name="now">The current number of accounts.</param>
    /// <param name="more">The number of accounts to add.</param>
    public static RuleViolation? CheckCount(Image image, string region, int now, int more) =>
        now + more <= MaxAccounts
            ? null
            : new RuleViolation(
                "TooManyAccounts",
                Localized.Text(
                    $"{ImageChangeRules.NameOf(image, region)} is shared with {now} accounts. With {more} more it would exceed the maximum of {MaxAccounts}. Nothing was shared.",
                    $"{ImageChangeRules.NameOf(image, region)} 已共享给 {now} 个账号；再增加 {more} 个将超过 {MaxAccounts} 个的上限。未进行共享。"),
                Localized.Text(
                    "Specify fewer accounts, or stop sharing the image with some accounts with Revoke-TccImageSharePermission.",
                    "请减少账号数量，或用 Revoke-TccImageSharePermission 取消对部分账号的共享。"));
}
