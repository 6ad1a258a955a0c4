using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Marking;

/// <summary>Log texts about the marks of copies.</summary>
internal static class MarkLog
{
    /// <summary>The number of copies that a text names one by one.</summary>
    private const int MaxCopiesNamed = 10;

    public static void Marked(ILogger logger, string imageId, string region, string mark) =>
        logger.Inform(201, () => Localized.Text(
            $"{imageId} in '{region}' is marked with its source: {mark}.",
            $"“{region}”中的 {imageId} 已标记来源：{mark}。"));

    public static void NotYet(ILogger logger, string imageId, string region, string code) =>
        logger.Inform(202, () => Localized.Text(
            $"{imageId} in '{region}' cannot be marked with its source yet ({code}). Wait-TccImage marks it when it is available.",
            $"“{region}”中的 {imageId} 暂时无法标记来源（{code}）：就绪后由 Wait-TccImage 标记。"));

    public static void MarkingLater(ILogger logger) =>
        logger.Inform(203, () => Localized.Text(
            "The tag service does not tag copies in progress. Wait-TccImage marks them with their source when they are available.",
            "标签服务暂不接受复制中镜像的标签：就绪后由 Wait-TccImage 标记来源。"));

    public static void SourceGone(ILogger logger, string imageId, string region, string sourceImageId) =>
        logger.Inform(204, () => Localized.Text(
            $"{imageId} in '{region}' is not marked: its source {sourceImageId} no longer exists, so it cannot be checked.",
            $"未标记“{region}”中的 {imageId}：源镜像 {sourceImageId} 已不存在，无法核对。"));

    public static void NotACopy(ILogger logger, string imageId, string region, string sourceImageId) =>
        logger.Warn(205, () => Localized.Text(
            $"{imageId} in '{region}' is not marked as a copy of {sourceImageId}: it is older than that image, or differs from it. "
                + "Check the row, or copy the image again.",
            $"未将“{region}”中的 {imageId} 标记为 {sourceImageId} 的副本：它比该镜像更早创建，或与之不同。请检查该记录，或重新复制镜像。"));

    public static void MayNotTag(ILogger logger, TencentCloudException error) =>
        logger.Warn(206, () => Localized.Text(
            $"Copies are not marked with their source: the key has no permission for it ({error.Code}, {error.Action}). Allow tag:TagResources and "
                + "sts:GetCallerIdentity, or specify -NoSourceTag. Without marks, copies are recognized by name, size, system and age.",
            $"未标记副本的来源：密钥无权设置标签（{error.Code}，{error.Action}）。请授权 tag:TagResources 和 sts:GetCallerIdentity，或使用 -NoSourceTag。"
                + "没有标记时，按名称、大小、系统和创建时间识别副本。"));

    public static void NotMarked(ILogger logger, IReadOnlyList<ImageRef> copies, TencentCloudException error) =>
        logger.Warn(207, () =>
        {
            var named = Localized.List(copies.Take(MaxCopiesNamed).Select(copy => $"{copy.ImageId} ({copy.Region})"));
            var more = copies.Count - MaxCopiesNamed;
            var all = more > 0 ? Localized.Text($"{named} and {more} more", $"{named}，以及另外 {more} 个") : named;
            return Localized.Text(
                $"Not marked with their source: {all}. {error.Code}: {error.Message} To retry, pipe the rows into Wait-TccImage.",
                $"未标记来源的副本：{all}。{error.Code}：{error.Message} 如需重试，请将记录通过管道传给 Wait-TccImage。");
        });
}
