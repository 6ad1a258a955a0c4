using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>What an account ID looks like, and which images may be shared.</summary>
/// <remarks>Source: the ModifyImageSharePermission API page.</remarks>
public static class SharingRules
{
    /// <summary>The most accounts that an image may be shared with.</summary>
    public const int MostAccounts = 500;

    private static readonly Regex Shape = new("^[0-9]{5,20}\\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the shape of an account ID.</summary>
    public static RuleViolation? CheckAccountId(string accountId) =>
        Shape.IsMatch(accountId)
            ? null
            : new RuleViolation(
                "InvalidAccountId",
                Localized.Text($"'{accountId}' is not an account ID.", $"“{accountId}”不是有效的账号 ID。"),
                Localized.Text(
                    "It is the number that the console shows as Account ID of the root account, such as 100000000001; not an APPID and not the ID of a user.",
                    "请使用控制台“账号信息”中主账号的账号 ID，例如 100000000001；不是 APPID，也不是子用户的 ID。"));

    /// <summary>Checks whether it is for this account to say who an image is shared with.</summary>
    /// <param name="image">The image as the service describes it.</param>
    /// <param name="region">The region it is in.</param>
    public static RuleViolation? CheckOwner(Image image, string region)
    {
        if (image.ImageType == ImageTypes.Private)
            return null;

        var name = ImageChangeRules.NameOf(image, region);
        return new RuleViolation(
            "OnlyOwnImagesAreShared",
            image.ImageType == ImageTypes.Shared
                ? Localized.Text(
                    $"{name} is shared by another account: its owner alone says who it is shared with.",
                    $"{name} 由其他账号共享，只有所有者可以共享或取消共享。")
                : Localized.Text(
                    $"{name} is not a custom image of this account, and others are not shared.",
                    $"{name} 不是本账号的自定义镜像，不能共享。"),
            Localized.Text(
                "Make a shared image your own with Copy-TccSharedImage, and share that.",
                "请先用 Copy-TccSharedImage 将共享镜像复制为本账号的自定义镜像，再共享该自定义镜像。"));
    }

    /// <summary>Checks whether the sharing of an image may be changed.</summary>
    /// <param name="image">The image as the service describes it now.</param>
    /// <param name="region">The region it is in.</param>
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
                $"{name} is in state {image.ImageState}, and the sharing of a NORMAL image alone can be changed.",
                $"{name} 的状态为 {image.ImageState}，只能修改状态为 NORMAL 的镜像的共享设置。"),
            ImageStates.IsFailed(image.ImageState)
                ? Localized.Text("It will not become usable: make the image anew.", "该镜像不会再变为可用，请重新创建镜像。")
                : ImageChangeRules.WaitFirst(image, region));
    }

    /// <summary>Checks that an image is not shared with more accounts than it may be.</summary>
    /// <param name="image">The image.</param>
    /// <param name="region">The region it is in.</param>
    /// <param name="now">With how many accounts it is shared.</param>
    /// <param name="more">With how many more it is to be.</param>
    public static RuleViolation? CheckCount(Image image, string region, int now, int more) =>
        now + more <= MostAccounts
            ? null
            : new RuleViolation(
                "TooManyAccounts",
                Localized.Text(
                    $"{ImageChangeRules.NameOf(image, region)} is shared with {now} accounts; with {more} more they were over the {MostAccounts} that are allowed. Nothing was shared.",
                    $"{ImageChangeRules.NameOf(image, region)} 已共享给 {now} 个账号；再增加 {more} 个将超过 {MostAccounts} 个的上限。未进行共享。"),
                Localized.Text(
                    "Name fewer accounts, or take the image back from some with Revoke-TccImageSharePermission.",
                    "请减少账号数量，或用 Revoke-TccImageSharePermission 取消对部分账号的共享。"));
}
