using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about sharing images with other accounts.</summary>
internal static partial class Messages
{
    /// <summary>The number of accounts that a text names one by one.</summary>
    private const int MaxAccountsNamed = 5;

    internal static ConfirmationText ShareImage(Image image, string region, IReadOnlyList<string> accounts) => new(Localized.Text(
        $"Share {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region} with {Accounts(accounts)}",
        $"将 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）共享给 {Accounts(accounts)}"));

    internal static ConfirmationText UnshareImage(Image image, string region, IReadOnlyList<string> accounts) => new(
        Localized.Text(
            $"Stop sharing {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region} with {Accounts(accounts)}",
            $"取消将 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）共享给 {Accounts(accounts)}"),
        Localized.Text("Copies that they have created are not affected.", "对方已复制的镜像不受影响。"));

    internal static string ShareFailed(TccImageSharePermission row, string problem) => Localized.Text(
        $"{row.ImageId} in {row.Region}, account {row.AccountId}: {problem}",
        $"{row.Region} 的 {row.ImageId}，账号 {row.AccountId}：{problem}");

    internal static string NoAccountId() => Localized.Text("No account was specified.", "未指定要共享或取消共享的账号。");

    internal static string NoAccountIdAdvice() => Localized.Text(
        "Specify the IDs of root accounts with -AccountId, or pipe in the output of Get-TccImageSharePermission.",
        "请用 -AccountId 指定主账号 ID，或通过管道传入 Get-TccImageSharePermission 的输出。");

    private static string Accounts(IReadOnlyList<string> accounts)
    {
        var named = Localized.List(accounts.Take(MaxAccountsNamed));
        return accounts.Count > MaxAccountsNamed
            ? Localized.Text($"{accounts.Count} accounts ({named}, …)", $"{accounts.Count} 个账号（{named} 等）")
            : Localized.Text(accounts.Count == 1 ? $"account {named}" : $"accounts {named}", $"账号 {named}");
    }
}
