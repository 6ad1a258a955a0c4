using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Instances;

/// <summary>Log texts about launches.</summary>
internal static class LaunchLog
{
    public static void Reused(ILogger logger, string instances, string region) => logger.Warn(60, () => Localized.Text(
        $"Reused {instances} in '{region}' from an earlier request with the same image and settings. Nothing was created. To create more instances, use -Force.",
        $"“{region}”的 {instances} 由以前使用相同镜像和设置的请求创建，本次未创建实例。如需创建更多实例，请使用 -Force。"));

    public static void ReusedByToken(ILogger logger, string instances, string region, string token) => logger.Inform(65, () => Localized.Text(
        $"Reused {instances} in '{region}' from an earlier request with the client token '{token}'. Nothing was created.",
        $"“{region}”的 {instances} 由以前使用 ClientToken“{token}”的请求创建，本次未创建实例。"));

    public static void AllGone(ILogger logger, string instances, string region) => logger.Inform(61, () => Localized.Text(
        $"{instances} in '{region}', which an earlier request created, no longer exist. Sending a new request.",
        $"“{region}”中以前请求创建的 {instances} 已不存在：将发送新请求。"));

    public static void IncompleteResponse(ILogger logger, string region, string token) => logger.Inform(62, () => Localized.Text(
        $"The response from '{region}' does not name all instances. Sending the same request again (client token '{token}').",
        $"“{region}”的响应未列出所有实例：将再次发送同一请求（ClientToken“{token}”）。"));

    public static void ImageNotReady(ILogger logger, string imageId, string region, double seconds) => logger.Inform(63, () => Localized.Text(
        $"{imageId} in '{region}' is NORMAL, but instances cannot be created from it yet. Retrying in {seconds:0} s.",
        $"“{region}”中的 {imageId} 状态为 NORMAL，但尚不能用于创建实例：将在 {seconds:0} 秒后重试。"));

    public static void NotCarried(ILogger logger, string instanceId, string properties) => logger.Warn(64, () => Localized.Text(
        $"The new instances do not get these properties of {instanceId}: {properties}.",
        $"新实例不会沿用 {instanceId} 的以下属性：{properties}。"));
}
