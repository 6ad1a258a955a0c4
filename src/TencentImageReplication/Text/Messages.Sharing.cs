using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>What is said about the sharing of images.</summary>
internal static partial class Messages
{
    /// <summary>How many accounts a text names one by one.</summary>
    private const int MostAccountsNamed = 5;

    internal static string ShareImage(Image image, string region, IReadOnlyList<string> accounts) => Localized.Text(
        $"Share {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region} with {Accounts(accounts)}",
        $"将 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）共享给 {Accounts(accounts)}");

    internal static string UnshareImage(Image image, string region, IReadOnlyList<string> accounts) => Localized.Text(
        $"Take {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region} back from {Accounts(accounts)}. What they have copied stays theirs",
        $"取消将 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）共享给 {Accounts(accounts)}。对方已复制的镜像不受影响");

    internal static string ShareFailed(TccImageSharePermission row, string problem) => Localized.Text(
        $"{row.ImageId} in {row.Region}, account {row.AccountId}: {problem}",
        $"{row.Region} 的 {row.ImageId}，账号 {row.AccountId}：{problem}");

    internal static string NoAccountId() => Localized.Text("There is no account to share with or to take back from.", "未指定要共享或取消共享的账号。");

    internal static string NoAccountIdAdvice() => Localized.Text(
        "Give -AccountId: the IDs of root accounts; or pipe in what Get-TccImageSharePermission lists.",
        "请用 -AccountId 指定主账号 ID，或通过管道传入 Get-TccImageSharePermission 的输出。");

    internal static string RootAccountAdvice() => Localized.Text(
        "Give the ID of the root account, which its owner finds as Account ID in the console; an image is not shared with users or collaborators.",
        "请指定主账号的账号 ID（对方可以在控制台的“账号信息”中查看）。镜像不能共享给子用户或协作者。");

    internal static string OwnAccountAdvice() => Localized.Text(
        "The image is this account's own: leave the account out.", "该镜像属于本账号，请勿指定本账号。");

    internal static string EncryptedNotSharedAdvice() => Localized.Text(
        "An encrypted image is not shared: share the image that it was made of.", "加密镜像不能共享，请共享其源镜像。");

    private static string Accounts(IReadOnlyList<string> accounts)
    {
        var named = Localized.List(accounts.Take(MostAccountsNamed));
        return accounts.Count > MostAccountsNamed
            ? Localized.Text($"{accounts.Count} accounts ({named}, …)", $"{accounts.Count} 个账号（{named} 等）")
            : Localized.Text(accounts.Count == 1 ? $"account {named}" : $"accounts {named}", $"账号 {named}");
    }
}
