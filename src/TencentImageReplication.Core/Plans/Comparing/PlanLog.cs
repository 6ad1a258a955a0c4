using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Log texts about plans.</summary>
internal static class PlanLog
{
    public static void OtherRegionsNotRead(ILogger logger, string account, TencentCloudException error) =>
        logger.Warn(311, () => Localized.Text(
            $"Copies of {account} in regions that are not in the plan could not be listed ({error.Code}, {error.Action}). Allow tag:GetResources to see them.",
            $"无法列出 {account} 在复制计划之外地域的副本（{error.Code}，{error.Action}）。如需查看，请授权 tag:GetResources。"));

    public static void QuotaNotRead(ILogger logger, string region, string account, TencentCloudException error) =>
        logger.Warn(312, () => Localized.Text(
            $"The image quota of {account} in {region} could not be read ({error.Code}, {error.Action}).",
            $"无法读取 {account} 在 {region} 的镜像配额（{error.Code}，{error.Action}）。"));

    public static void SharesNotRead(ILogger logger, ImageRef image, TencentCloudException error) =>
        logger.Warn(313, () => Localized.Text(
            $"The accounts that {image.ImageId} in {image.Region} is shared with could not be read ({error.Code}, {error.Action}).",
            $"无法读取 {image.Region} 中的 {image.ImageId} 共享给哪些账号（{error.Code}，{error.Action}）。"));

    public static void TaggedLater(ILogger logger, string imageId, TencentCloudException error) =>
        logger.Inform(314, () => Localized.Text(
            $"{imageId} cannot be tagged as an intermediate copy yet ({error.Code}). It is tagged when it is available.",
            $"暂时无法为 {imageId} 设置中间副本标签（{error.Code}）：就绪后再设置。"));
}
