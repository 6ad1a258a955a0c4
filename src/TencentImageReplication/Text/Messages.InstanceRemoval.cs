using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances.Deleting;

namespace TencentImageReplication.Text;

/// <summary>Texts about deleting instances.</summary>
internal static partial class Messages
{
    internal static ConfirmationText RemoveInstance(InstanceRemovalPlan plan)
    {
        var instance = plan.Instance;
        var name = VisibleText.Of(instance.InstanceName);
        if (plan.MovesToRecycleBin)
        {
            return new(
                Localized.Text(
                    $"Move prepaid instance {instance.InstanceId} ('{name}') in {plan.Region} to the recycle bin",
                    $"将 {plan.Region} 的包年包月实例 {instance.InstanceId}（“{name}”）移入回收站"),
                Localized.Text("A second request deletes it permanently.", "第二次请求将其永久删除。"));
        }

        return plan.IsSecondRequest
            ? new(Localized.Text(
                $"Permanently delete prepaid instance {instance.InstanceId} ('{name}') in {plan.Region}, which is in the recycle bin",
                $"永久删除 {plan.Region} 回收站中的包年包月实例 {instance.InstanceId}（“{name}”）"))
            : new(Localized.Text(
                $"Permanently delete instance {instance.InstanceId} ('{name}') in {plan.Region}",
                $"永久删除 {plan.Region} 的实例 {instance.InstanceId}（“{name}”）"));
    }
}
