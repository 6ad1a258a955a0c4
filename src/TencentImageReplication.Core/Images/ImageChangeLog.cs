using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Images;

/// <summary>Log texts about changes to images; an administrator reads them with -Verbose.</summary>
internal static class ImageChangeLog
{
    public static void SharedAlready(ILogger logger, string imageId, string region, string accountId) =>
        logger.Inform(101, () => Localized.Text(
            $"{imageId} in '{region}' is already shared with {accountId}.",
            $"“{region}”中的 {imageId} 已共享给 {accountId}。"));

    public static void NotShared(ILogger logger, string imageId, string region, string accountId) =>
        logger.Inform(102, () => Localized.Text(
            $"{imageId} in '{region}' is not shared with {accountId}. Nothing to stop.",
            $"“{region}”中的 {imageId} 未共享给 {accountId}：无需取消共享。"));

    public static void ShareTimesNotKnown(ILogger logger, string imageId, string region, string code) =>
        logger.Inform(103, () => Localized.Text(
            $"{imageId} in '{region}' is shared. The service did not return the time ({code}).",
            $"“{region}”中的 {imageId} 已共享；腾讯云未返回共享时间（{code}）。"));

    public static void NothingToChange(ILogger logger, string imageId, string region) =>
        logger.Inform(104, () => Localized.Text(
            $"{imageId} in '{region}' already has these values. No changes needed.",
            $"“{region}”中的 {imageId} 与指定的内容相同：无需修改。"));

    public static void CreateResponseLost(ILogger logger, string name, string region, string code) =>
        logger.Inform(105, () => Localized.Text(
            $"No response to the request to create '{name}' in '{region}' ({code}). Checking whether the image exists.",
            $"在“{region}”创建“{name}”的请求未收到响应（{code}）：将检查该镜像是否存在。"));

    public static void Adopting(ILogger logger, string imageId, string region, string name) =>
        logger.Inform(106, () => Localized.Text(
            $"Found {imageId} ('{name}') in '{region}', which the request without a response created. Using it.",
            $"在“{region}”中找到名为“{name}”的 {imageId}，是未收到响应的请求创建的镜像：使用该镜像。"));

    public static void RetryingCreate(ILogger logger, string name, string region) =>
        logger.Inform(107, () => Localized.Text(
            $"There is no '{name}' in '{region}'. Retrying.",
            $"“{region}”中没有“{name}”：将重试。"));

    public static void Deleted(ILogger logger, string region, string imageIds) =>
        logger.Inform(108, () => Localized.Text(
            $"Deleted in '{region}': {imageIds}.",
            $"已在“{region}”中删除：{imageIds}。"));

    public static void DeleteResponseLost(ILogger logger, string imageIds, string region, string code) =>
        logger.Inform(109, () => Localized.Text(
            $"No response to the request to delete {imageIds} in '{region}' ({code}). Checking which images still exist.",
            $"在“{region}”中删除 {imageIds} 的请求未收到响应（{code}）：将检查哪些镜像仍然存在。"));

    public static void SplittingDeletion(ILogger logger, int count, string region, string code) =>
        logger.Inform(110, () => Localized.Text(
            $"The request to delete {count} images in '{region}' was refused ({code}). Sending fewer images per request.",
            $"在“{region}”中删除 {count} 个镜像的请求被拒绝（{code}）：将减少每个请求的镜像数。"));

    public static void Unshared(ILogger logger, string imageId, string region, int count) =>
        logger.Inform(111, () => Localized.Text(
            $"Stopped sharing {imageId} in '{region}' with {count} accounts.",
            $"已取消“{region}”中的 {imageId} 对 {count} 个账号的共享。"));
}
