using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes a launch configuration as <c>DescribeLaunchConfigurations</c> returns it.</summary>
internal static class LaunchConfigurationJson
{
    public static JsonObject Write(SimulatedLaunchConfiguration configuration, ActionContext context)
    {
        var groups = ScalingTargets.Groups(context).Where(group => group.LaunchConfigurationId == configuration.LaunchConfigurationId);
        var json = new JsonObject
        {
            ["ProjectId"] = configuration.ProjectId,
            ["LaunchConfigurationId"] = configuration.LaunchConfigurationId,
            ["LaunchConfigurationName"] = configuration.LaunchConfigurationName,
            ["InstanceType"] = configuration.InstanceTypes.Count > 0 ? configuration.InstanceTypes[0] : "",
            ["SystemDisk"] = new JsonObject { ["DiskType"] = "CLOUD_PREMIUM", ["DiskSize"] = 50 },
            ["DataDisks"] = new JsonArray(),
            ["LoginSettings"] = new JsonObject { ["KeyIds"] = Json.Texts(configuration.KeyIds) },
            ["InternetAccessible"] = new JsonObject
            {
                ["InternetChargeType"] = "TRAFFIC_POSTPAID_BY_HOUR",
                ["InternetMaxBandwidthOut"] = 0,
                ["PublicIpAssigned"] = false,
                ["BandwidthPackageId"] = null,
            },
            ["SecurityGroupIds"] = Json.Texts(configuration.SecurityGroupIds),
            ["AutoScalingGroupAbstractSet"] = Json.List(groups, group => new JsonObject
            {
                ["AutoScalingGroupId"] = group.AutoScalingGroupId,
                ["AutoScalingGroupName"] = group.AutoScalingGroupName,
            }),
            ["UserData"] = configuration.UserData,
            ["CreatedTime"] = context.Text(configuration.CreatedTime),
            ["EnhancedService"] = EnhancedService(),
            ["ImageId"] = configuration.ImageId,
            ["LaunchConfigurationStatus"] = ConfigurationImage.Find(configuration, context.State, context.Now) is null ? "IMAGE_ABNORMAL" : "NORMAL",
            ["InstanceChargeType"] = configuration.InstanceChargeType,
            ["InstanceMarketOptions"] = null,
            ["InstanceTypes"] = Json.Texts(configuration.InstanceTypes),
            ["InstanceTags"] = Json.Tags(configuration.InstanceTags),
            ["Tags"] = ScalingTags.Write(configuration.Tags, "launch-configuration"),
            ["VersionNumber"] = configuration.VersionNumber,
            ["UpdatedTime"] = context.Text(configuration.UpdatedTime),
            ["CamRoleName"] = configuration.CamRoleName,
            ["LastOperationInstanceTypesCheckPolicy"] = "ANY",
            ["HostNameSettings"] = new JsonObject { ["HostName"] = configuration.HostName, ["HostNameStyle"] = null, ["HostNameSuffix"] = null },
            ["InstanceNameSettings"] = new JsonObject { ["InstanceName"] = "", ["InstanceNameStyle"] = "ORIGINAL", ["InstanceNameSuffix"] = null },
            ["DiskTypePolicy"] = "ORIGINAL",
            ["HpcClusterId"] = "",
            ["IPv6InternetAccessible"] = new JsonObject
            {
                ["InternetChargeType"] = "TRAFFIC_POSTPAID_BY_HOUR",
                ["InternetMaxBandwidthOut"] = 0,
                ["BandwidthPackageId"] = null,
            },
            ["DisasterRecoverGroupIds"] = new JsonArray(),
            ["ImageFamily"] = configuration.ImageFamily,
            ["DedicatedClusterId"] = "",
        };
        foreach (var (name, value) in JsonNode.Parse(configuration.OtherSettings)!.AsObject().Select(member => (member.Key, member.Value)))
            json[name] = value?.DeepClone();
        if (configuration.InstanceChargeType == ChargeTypes.Prepaid && json["InstanceChargePrepaid"] is null)
            json["InstanceChargePrepaid"] = new JsonObject { ["Period"] = 1, ["RenewFlag"] = "NOTIFY_AND_MANUAL_RENEW" };
        return json;
    }

    private static JsonObject EnhancedService() => new()
    {
        ["SecurityService"] = new JsonObject { ["Enabled"] = true },
        ["MonitorService"] = new JsonObject { ["Enabled"] = true },
        ["AutomationToolsService"] = new JsonObject { ["Enabled"] = true },
    };
}
