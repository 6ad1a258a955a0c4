using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout;

/// <summary>Log texts about publications.</summary>
internal static class RolloutLog
{
    public static void VersionsDeleted(ILogger logger, string templateId, IReadOnlyList<long> numbers) =>
        logger.Inform(320, () => Localized.Text(
            $"{templateId}: deleted the old versions {Localized.List(numbers.Select(number => $"{number}"))}",
            $"{templateId}：已删除旧版本 {Localized.List(numbers.Select(number => $"{number}"))}"));

    public static void VersionsNotDeleted(ILogger logger, string templateId, TencentCloudException error) =>
        logger.Warn(321, () => Localized.Text(
            $"{templateId}: old versions could not be deleted ({error.Code}, {error.Action}). The next publication deletes them too.",
            $"{templateId}：无法删除旧版本（{error.Code}，{error.Action}），下次发布时会一并删除。"));

    public static void Adopting(ILogger logger, string groupId, string activityId) =>
        logger.Inform(322, () => Localized.Text(
            $"{groupId}: continues the refresh {activityId}, which is active already", $"{groupId}：继续正在进行的实例刷新 {activityId}"));
}
