using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>Log texts about the uses of images.</summary>
internal static class UsageLog
{
    public static void AccountNotKnown(ILogger logger, TencentCloudException error) =>
        logger.Warn(301, () => Localized.Text(
            $"The number of the account is not known ({error.Code}, {error.Action}), so AccountId is empty. Allow sts:GetCallerIdentity.",
            $"无法获取账号 ID（{error.Code}，{error.Action}），AccountId 为空。请授权 sts:GetCallerIdentity。"));

    public static void NotAllRead(ILogger logger, string region, IReadOnlyList<UnreadUses> unread) =>
        logger.Warn(302, () => Localized.Text(
            $"Tencent Cloud did not list everything that may use the images in '{region}': {Localized.List(unread.Select(kind => kind.ToString()))}. "
                + "An image that only these use is deleted. Allow the key to list them, and check with Get-TccImageUsage.",
            $"腾讯云未列出“{region}”中可能使用镜像的全部资源：{Localized.List(unread.Select(kind => kind.ToString()))}。"
                + "仅被这些资源使用的镜像会被删除。请为密钥授权，并用 Get-TccImageUsage 检查。"));
}
