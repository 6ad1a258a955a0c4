using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about launch templates and scaling groups.</summary>
internal static partial class Messages
{
    internal static string LaunchTemplateNotFound(string id, string regions) => Localized.Text(
        $"There is no launch template {id} in {regions}.", $"{regions} 中没有启动模板 {id}。");

    internal static string LaunchTemplateNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: template IDs are specific to a region. Get-TccLaunchTemplate lists the launch templates of a region.",
        "请检查 ID 和地域：启动模板 ID 只在其所在地域有效。可以用 Get-TccLaunchTemplate 列出该地域的启动模板。");

    internal static string LaunchTemplateNameNotFound(string name, string regions) => Localized.Text(
        $"There is no launch template named '{name}' in {regions}.", $"{regions} 中没有名称为“{name}”的启动模板。");

    internal static string AutoScalingGroupNotFound(string id, string regions) => Localized.Text(
        $"There is no scaling group {id} in {regions}.", $"{regions} 中没有伸缩组 {id}。");

    internal static string AutoScalingGroupNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: group IDs are specific to a region. Get-TccAutoScalingGroup lists the scaling groups of a region.",
        "请检查 ID 和地域：伸缩组 ID 只在其所在地域有效。可以用 Get-TccAutoScalingGroup 列出该地域的伸缩组。");

    internal static string AutoScalingGroupNameNotFound(string name, string regions) => Localized.Text(
        $"There is no scaling group named '{name}' in {regions}.", $"{regions} 中没有名称为“{name}”的伸缩组。");

    internal static string LaunchTemplateTip(LaunchTemplateInfo template, string region) => Localized.Text(
        $"{template.LaunchTemplateName} ({template.LaunchTemplateId}, version {template.DefaultVersionNumber}, {region})",
        $"{template.LaunchTemplateName}（{template.LaunchTemplateId}，版本 {template.DefaultVersionNumber}，{region}）");

    // Only names, IDs and states: the same in every language.
    internal static string AutoScalingGroupTip(AutoScalingGroup group, string region) =>
        $"{group.AutoScalingGroupName} ({group.AutoScalingGroupId}, {group.AutoScalingGroupStatus}, {group.LaunchConfigurationName}, {region})";

    // With what it starts instances of: names are not unique.
    internal static string LaunchConfigurationTip(LaunchConfiguration configuration, string region) =>
        $"{configuration.LaunchConfigurationName} ({configuration.LaunchConfigurationId}, {configuration.ImageId}, {region})";
}
