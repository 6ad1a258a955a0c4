using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Text;

namespace TencentImageReplication.Completion;

/// <summary>Suggestions for what starts from an image: instances, launch templates, launch configurations and scaling groups.</summary>
internal static class TargetSuggestions
{
    internal static NamedSuggestions<Instance> Instances(CommandLine line, string regionParameter) => new(
        line.Lookup?.Instances(line.Regions(regionParameter)), instance => instance.InstanceId, instance => instance.InstanceName, Messages.InstanceTip);

    internal static NamedSuggestions<LaunchTemplateInfo> LaunchTemplates(CommandLine line) => new(
        line.Lookup?.LaunchTemplates(line.Regions()), template => template.LaunchTemplateId, template => template.LaunchTemplateName, Messages.LaunchTemplateTip);

    internal static NamedSuggestions<LaunchConfiguration> LaunchConfigurations(CommandLine line) => new(
        line.Lookup?.LaunchConfigurations(line.Regions()),
        configuration => configuration.LaunchConfigurationId,
        configuration => configuration.LaunchConfigurationName,
        Messages.LaunchConfigurationTip);

    internal static NamedSuggestions<AutoScalingGroup> ScalingGroups(CommandLine line) => new(
        line.Lookup?.ScalingGroups(line.Regions()), group => group.AutoScalingGroupId, group => group.AutoScalingGroupName, Messages.AutoScalingGroupTip);
}
