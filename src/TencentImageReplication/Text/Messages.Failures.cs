using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about requests that failed.</summary>
internal static partial class Messages
{
    internal static string ServiceFailure(string message, string code, string action, string? region, string? requestId)
    {
        var where = region is null ? action : Localized.Text($"{action} in {region}", $"{action}，{region}");
        var request = requestId is null ? "" : Localized.Text($", request ID {requestId}", $"，请求 ID {requestId}");
        return Localized.Text($"{message} ({code}, {where}{request})", $"{message}（{code}，{where}{request}）");
    }

    internal static string ServiceFailureAdvice(string? requestId) => requestId is null
        ? Localized.Text(
            "Look up the error code in Tencent Cloud's documentation of the action.",
            "请在腾讯云该接口的文档中查询此错误码。")
        : Localized.Text(
            "Look up the error code in Tencent Cloud's documentation of the action. If you contact Tencent Cloud's support, give the request ID.",
            "请在腾讯云该接口的文档中查询此错误码；联系腾讯云技术支持时请提供请求 ID。");

    internal static string ThrottledAdvice() => Localized.Text(
        "The module waited as long as Connect-TccAccount -MaxThrottleWait allows. Other programs probably use the rate limit of this account. "
            + "Run the command again later, or allow a longer wait.",
        "模块已等待到 Connect-TccAccount -MaxThrottleWait 的上限，可能有其他程序占用了该账号的请求频率。请稍后重试，或延长等待时间。");

    internal static string SourceBusyAdvice() => Localized.Text(
        "The image has another task, probably a copy. Wait for it with Wait-TccImage, then run the command again.",
        "该镜像有其他任务正在进行，很可能是复制。请用 Wait-TccImage 等待其结束，然后重试。");

    internal static string AuthenticationAdvice() => Localized.Text(
        "Check that the key is correct, enabled and not expired, and that the clock of this computer is correct. Then run Connect-TccAccount again.",
        "请检查密钥是否正确，是否已启用，临时密钥是否已到期，以及本机时间是否准确，然后重新运行 Connect-TccAccount。");

    internal static string AuthorizationAdvice() => Localized.Text(
        "Ask the administrator of the account to allow the action in CAM (Cloud Access Management).",
        "请联系账号管理员在访问管理（CAM）中授予该接口的权限。");

    internal static string NetworkAdvice() => Localized.Text(
        "Check the region and the endpoint (see Get-TccContext), the network and any proxy, then run the command again.",
        "请检查地域和接入点（可以用 Get-TccContext 查看）、网络和代理，然后重试。");

    internal static string MayHaveActedAdvice() => Localized.Text(
        "The request may have taken effect. Check whether it did before you retry.",
        "该请求可能已经生效，请先确认结果再重试。");

    internal static string RootAccountAdvice() => Localized.Text(
        "Specify the ID of the root account. Its owner finds it as Account ID in the console. Images cannot be shared with users or collaborators.",
        "请指定主账号的账号 ID（对方可以在控制台的“账号信息”中查看）。镜像不能共享给子用户或协作者。");

    internal static string OwnAccountAdvice() => Localized.Text(
        "The image belongs to this account. Remove this account from -AccountId.", "该镜像属于本账号，请勿指定本账号。");

    internal static string EncryptedNotSharedAdvice() => Localized.Text(
        "Encrypted images cannot be shared. Share the image that it is a copy of.", "加密镜像不能共享，请共享其源镜像。");

    internal static string SharedNotChangedAdvice() => Localized.Text(
        "Stop sharing the image with Revoke-TccImageSharePermission, change it, and share it again.",
        "请先用 Revoke-TccImageSharePermission 取消共享，修改后再共享。");

    internal static string ImageSharedAdvice() => Localized.Text(
        "Stop sharing it first: run the command again with -Unshare, or use Revoke-TccImageSharePermission.",
        "请先取消共享：使用 -Unshare 重新运行，或使用 Revoke-TccImageSharePermission。");

    internal static string NameTakenAdvice() => Localized.Text(
        "Another image in the region has this name. Specify another name.", "该地域已有同名镜像，请使用其他名称。");

    internal static string InstanceBusyAdvice() => Localized.Text(
        "Wait until the current operation of the instance has ended, then run the command again.",
        "请等待实例的当前操作结束，然后重新运行。");
}
