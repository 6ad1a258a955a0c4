using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for deleting instances.</summary>
/// <remarks>Source: TerminateInstances.</remarks>
public static class InstanceRemovalRules
{
    private const string Prepaid = "PREPAID";

    /// <summary>Returns true if an instance is paid for months.</summary>
    public static bool IsPrepaid(Instance instance) => instance.InstanceChargeType == Prepaid;

    /// <summary>Checks an instance that is about to be deleted.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="region">Its region.</param>
    /// <param name="includePrepaid">True if prepaid instances may be deleted.</param>
    public static RuleViolation? Check(Instance instance, string region, bool includePrepaid)
    {
        if (instance.DisableApiTermination == true)
            return Protected(instance, region);
        return IsPrepaid(instance) && !includePrepaid ? PrepaidNeedsForce(instance, region) : null;
    }

    /// <summary>Creates the violation for an instance that does not exist.</summary>
    public static RuleViolation NotFound(string instanceId, string region) => new(
        "InstanceNotFound",
        Localized.Text($"Instance '{instanceId}' was not found in '{region}'.", $"“{region}”中没有实例“{instanceId}”。"),
        Localized.Text("Check the ID and -Region: an instance exists in one region only.", "请检查实例 ID 和 -Region：一台实例只存在于一个地域。"));

    private static RuleViolation Protected(Instance instance, string region) => new(
        "InstanceProtected",
        Localized.Text(
            $"Instance {instance.InstanceId} ('{instance.InstanceName}') in {region} is protected against termination.",
            $"{region} 的实例 {instance.InstanceId}（“{instance.InstanceName}”）已开启销毁保护。"),
        Localized.Text(
            $"To delete it, turn the protection off in the CVM console, or run: tccli cvm ModifyInstancesAttribute --region {region} --InstanceIds '[\"{instance.InstanceId}\"]' --DisableApiTermination false",
            $"如需删除，请先在 CVM 控制台取消销毁保护，或运行：tccli cvm ModifyInstancesAttribute --region {region} --InstanceIds '[\"{instance.InstanceId}\"]' --DisableApiTermination false"));

    private static RuleViolation PrepaidNeedsForce(Instance instance, string region) => new(
        "InstancePrepaid",
        Localized.Text(
            $"Instance {instance.InstanceId} ('{instance.InstanceName}') in {region} is prepaid. The first request moves it to the recycle bin, and the second deletes it permanently.",
            $"{region} 的实例 {instance.InstanceId}（“{instance.InstanceName}”）为包年包月实例。第一次请求将其移入回收站，第二次请求将其永久删除。"),
        Localized.Text("To do that, use -Force.", "如需执行，请使用 -Force。"));
}
