using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Log texts about copying; an administrator reads them with -Verbose.</summary>
internal static class CopyLog
{
    public static void Reusing(ILogger logger, Image copy, string region, DateTimeOffset now)
    {
        logger.Inform(1, () => Localized.Text(
            $"{copy.ImageId} in '{region}' is already a copy named '{copy.ImageName}' ({copy.ImageState}). Reusing it.",
            $"“{region}”中的 {copy.ImageId} 已是名为“{copy.ImageName}”的副本（{copy.ImageState}）：复用该副本，不再复制。"));
        if (!LongCopies.IsLong(copy, now))
            return;
        var since = LongCopies.Since(copy, now);
        logger.Warn(13, () => Localized.Text(
            $"{copy.ImageId} in '{region}' has been copying since {since}. Copies take 10 to 30 minutes, so this one may be stuck. Contact Tencent Cloud support, or copy again with -Force.",
            $"“{region}”中的 {copy.ImageId} 自 {since} 起一直在复制。复制通常需要 10 到 30 分钟，该副本可能已卡住：请联系腾讯云技术支持，或使用 -Force 重新复制。"));
    }

    public static void Stale(ILogger logger, Image stale, string region, Image source) =>
        logger.Warn(14, () => Localized.Text(
            $"{stale.ImageId} in '{region}' is named '{stale.ImageName}', but is not a copy of {source.ImageId}: it was created from an earlier image, or is older. Delete it with Remove-TccImage when nothing needs it.",
            $"“{region}”中的 {stale.ImageId} 名为“{stale.ImageName}”，但不是 {source.ImageId} 的副本：它来自更早的镜像，或创建时间更早。不再需要时，请用 Remove-TccImage 删除。"));

    public static void SecondCopy(ILogger logger, string first, string second, string region, string sourceImageId) =>
        logger.Warn(15, () => Localized.Text(
            $"{first} and {second} in '{region}' are both copies of {sourceImageId}: two runs requested it at the same time. If nothing uses {second}, delete it: Remove-TccImage {second} -Region {region}",
            $"“{region}”中的 {first} 和 {second} 都是 {sourceImageId} 的副本：有两次运行同时请求了复制。如果 {second} 未被使用，请将其删除：Remove-TccImage {second} -Region {region}"));

    public static void Splitting(ILogger logger, string? imageId, string code) =>
        logger.Inform(3, () => Localized.Text(
            $"The request to copy {imageId} was refused ({code}). Checking each destination separately.",
            $"复制 {imageId} 的请求被拒绝（{code}）：将逐个检查目标地域。"));

    public static void ResponseLost(ILogger logger, string? imageId, string regions, string code) =>
        logger.Inform(4, () => Localized.Text(
            $"No response to the request to copy {imageId} to {regions} ({code}). Checking these regions for new copies.",
            $"将 {imageId} 复制到 {regions} 的请求未收到响应（{code}）：将检查这些地域是否已有副本。"));

    public static void Adopting(ILogger logger, string copyId, string region, string? imageId) =>
        logger.Inform(5, () => Localized.Text(
            $"Found {copyId} in '{region}', which the request to copy {imageId} without a response created. Using it.",
            $"在“{region}”中找到 {copyId}，是未收到响应的 {imageId} 复制请求创建的副本：使用该副本。"));

    public static void RequestingMissing(ILogger logger, string? imageId, string regions) =>
        logger.Inform(6, () => Localized.Text(
            $"There are no copies of {imageId} in {regions}. Requesting them.",
            $"{regions} 中没有 {imageId} 的副本：发送复制请求。"));

    public static void WaitEnded(ILogger logger, string imageId, string region, string state, TimeSpan elapsed) =>
        logger.Inform(7, () => Localized.Text(
            $"{imageId} in '{region}' is {state} after {elapsed.TotalSeconds:0} s.",
            $"“{region}”中的 {imageId} 在 {elapsed.TotalSeconds:0} 秒后的状态为 {state}。"));

    public static void NextPoll(ILogger logger, int count, string region, TimeSpan pause) =>
        logger.Inform(8, () => Localized.Text(
            $"Checking {count} images in '{region}' again in {pause.TotalSeconds:0} s.",
            $"将在 {pause.TotalSeconds:0} 秒后再次查询“{region}”中的 {count} 个镜像。"));

    public static void TryingZone(ILogger logger, string instanceType, string zones, string zone) =>
        logger.Inform(9, () => Localized.Text(
            $"'{instanceType}' is available in {zones}. Trying '{zone}'.",
            $"{zones} 有机型“{instanceType}”在售：尝试“{zone}”。"));

    public static void ZoneRefused(ILogger logger, string zone, string code) =>
        logger.Inform(10, () => Localized.Text(
            $"'{zone}' cannot create the instance ({code}). Trying the next zone.",
            $"“{zone}”无法创建该实例（{code}）：尝试下一个可用区。"));

    public static void SourceIsBusy(ILogger logger, string imageId, string region, TimeSpan limit) =>
        logger.Warn(11, () => Localized.Text(
            $"{imageId} in '{region}' is already being copied. Waiting until that ends before sending the request, for up to {limit.TotalMinutes:0} min.",
            $"“{region}”中的 {imageId} 正在复制：将等待其结束后再发送请求，最多等待 {limit.TotalMinutes:0} 分钟。"));

    public static void CancelledWhileRequesting(ILogger logger, string imageId, string regions) =>
        logger.Inform(12, () => Localized.Text(
            $"Stopped before the response to the request to copy {imageId} to {regions}. Tencent Cloud may still create the copies; the next run reuses them.",
            $"将 {imageId} 复制到 {regions} 的请求在收到响应前已停止：腾讯云仍可能继续复制，再次运行时会复用这些副本。"));
}
