using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Log texts about tests of images.</summary>
internal static class TestLog
{
    public static void NotDeleted(ILogger logger, InstanceRef instance, TencentCloudException exception) => logger.Warn(340, () => Localized.Text(
        $"The test instance {instance.InstanceId} in '{instance.Region}' could not be deleted ({exception.Code}): {exception.Message} "
            + "Its timer deletes it 15 minutes after the time limit of the test. Until then it is billed. To delete it now, use Remove-TccInstance.",
        $"“{instance.Region}”的测试实例 {instance.InstanceId} 未能删除（{exception.Code}）：{exception.Message}"
            + "其定时任务会在测试时限后 15 分钟将其删除，在此之前继续计费。如需立即删除，请使用 Remove-TccInstance。"));

    public static void MayExist(ILogger logger, string region, string name) => logger.Warn(341, () => Localized.Text(
        $"It is not known whether the test instance '{name}' in '{region}' was created. If it was, its timer deletes it 15 minutes after the time limit of the test.",
        $"无法确定“{region}”的测试实例“{name}”是否已创建。如果已创建，其定时任务会在测试时限后 15 分钟将其删除。"));

    public static void Kept(ILogger logger, InstanceRef instance, DateTimeOffset until) => logger.Warn(342, () => Localized.Text(
        $"The test instance {instance.InstanceId} in '{instance.Region}' is kept and billed until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Then its timer deletes it. Clear-TccImageTest may delete it earlier.",
        $"“{instance.Region}”的测试实例 {instance.InstanceId} 予以保留并继续计费，直至 {until.UtcDateTime:yyyy-MM-dd HH:mm}（UTC）由其定时任务删除。Clear-TccImageTest 可能会提前删除。"));

    public static void NotMarked(ILogger logger, string imageId, string region, TencentCloudException exception) => logger.Warn(343, () => Localized.Text(
        $"{imageId} in '{region}' passed, but the tag {ModuleTags.Verified} could not be set ({exception.Code}): {exception.Message}",
        $"“{region}”的 {imageId} 测试通过，但未能设置标签 {ModuleTags.Verified}（{exception.Code}）：{exception.Message}"));

    public static void AccountNotKnown(ILogger logger, TencentCloudException exception) => logger.Inform(344, () => Localized.Text(
        $"The account ID is not known ({exception.Code}): {exception.Message}",
        $"无法获取账号 ID（{exception.Code}）：{exception.Message}"));

    public static void NoPrice(ILogger logger, string region, string code) => logger.Inform(346, () => Localized.Text(
        $"The price in '{region}' is not available ({code}).",
        $"无法查询“{region}”的价格（{code}）。"));

    public static void NothingToDelete(ILogger logger, InstanceRef instance) => logger.Inform(347, () => Localized.Text(
        $"The test instance {instance.InstanceId} in '{instance.Region}' could not be created, so there is nothing to delete.",
        $"“{instance.Region}”的测试实例 {instance.InstanceId} 创建失败，无需删除。"));

    public static void ScriptLost(ILogger logger, string instanceId, string code) => logger.Inform(345, () => Localized.Text(
        $"No response to the request to run the script on {instanceId} ({code}). Checking the commands of the instance.",
        $"在 {instanceId} 上运行脚本的请求未收到响应（{code}）：正在查询该实例的命令。"));
}
