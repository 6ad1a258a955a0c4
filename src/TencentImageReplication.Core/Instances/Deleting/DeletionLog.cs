using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>Log texts about deleting instances.</summary>
internal static class DeletionLog
{
    public static void Retrying(ILogger logger, InstanceRef instance, string code, TimeSpan pause) => logger.Inform(330, () => Localized.Text(
        $"{instance.InstanceId} in '{instance.Region}' cannot be deleted yet ({code}). Trying again in {pause.TotalSeconds} s.",
        $"“{instance.Region}”的 {instance.InstanceId} 暂时无法删除（{code}）：{pause.TotalSeconds} 秒后重试。"));

    public static void AlreadyDeleting(ILogger logger, InstanceRef instance) => logger.Inform(331, () => Localized.Text(
        $"{instance.InstanceId} in '{instance.Region}' is already being deleted.",
        $"“{instance.Region}”的 {instance.InstanceId} 正在删除。"));

    public static void Deleted(ILogger logger, InstanceRef instance) => logger.Inform(332, () => Localized.Text(
        $"Requested the deletion of {instance.InstanceId} in '{instance.Region}'.",
        $"已请求删除“{instance.Region}”的 {instance.InstanceId}。"));
}
