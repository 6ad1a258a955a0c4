using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes a scaling group as <c>DescribeAutoScalingGroups</c> returns it. What the simulator does not play has the service's default.</summary>
internal static class ScalingGroupJson
{
    public static JsonObject Write(SimulatedScalingGroup group, ActionContext context)
    {
        var members = GroupInstances.Of(group, context.State).ToList();
        var inService = members.Count(pair => GroupInstances.LifeCycleState(pair.Member, pair.Instance) == GroupInstances.InService);
        // Documented: the group is disabled until the refresh is over, paused or not.
        var refresh = context.State.Refreshes.OpenOf(group.AutoScalingGroupId);
        return new JsonObject
        {
            ["AutoScalingGroupId"] = group.AutoScalingGroupId,
            ["AutoScalingGroupName"] = group.AutoScalingGroupName,
            ["AutoScalingGroupStatus"] = group.Status,
            ["CreatedTime"] = context.Text(group.CreatedTime),
            ["DefaultCooldown"] = 300,
            ["DesiredCapacity"] = group.DesiredCapacity ?? members.Count,
            ["EnabledStatus"] = group.IsEnabled && refresh is null ? "ENABLED" : "DISABLED",
            ["ForwardLoadBalancerSet"] = Json.List(group.LoadBalancerId is { } id ? [id] : Array.Empty<string>(), balancer => LoadBalancer(balancer, group)),
            ["InstanceCount"] = members.Count,
            ["InServiceInstanceCount"] = inService,
            ["LaunchConfigurationId"] = group.LaunchConfigurationId,
            ["LaunchConfigurationName"] = context.State.AutoScaling.FindConfiguration(group.LaunchConfigurationId)?.LaunchConfigurationName ?? "",
            ["LoadBalancerIdSet"] = new JsonArray(),
            ["MaxSize"] = group.MaxSize,
            ["MinSize"] = group.MinSize,
            ["ProjectId"] = 0,
            ["SubnetIdSet"] = Json.Texts(group.Zones.Select(zone => CloudState.DefaultNetwork(group.AccountId, group.Region, zone).SubnetId)),
            ["TerminationPolicySet"] = Json.Texts(["OLDEST_INSTANCE"]),
            ["VpcId"] = CloudState.DefaultNetwork(group.AccountId, group.Region, group.Region + "-1").VpcId,
            ["ZoneSet"] = Json.Texts(group.Zones),
            ["RetryPolicy"] = "IMMEDIATE_RETRY",
            ["InActivityStatus"] = group.IsInActivity || refresh?.IsBusy == true ? "IN_ACTIVITY" : "NOT_IN_ACTIVITY",
            ["Tags"] = ScalingTags.Write(group.Tags, "auto-scaling-group"),
            ["ServiceSettings"] = ServiceSettings(),
            ["Ipv6AddressCount"] = 0,
            ["MultiZoneSubnetPolicy"] = "PRIORITY",
            ["HealthCheckType"] = group.LoadBalancerId is null ? "CVM" : "CLB",
            ["LoadBalancerHealthCheckGracePeriod"] = 0,
            ["InstanceAllocationPolicy"] = "LAUNCH_CONFIGURATION",
            ["SpotMixedAllocationPolicy"] = new JsonObject
            {
                ["BaseCapacity"] = null,
                ["OnDemandPercentageAboveBaseCapacity"] = null,
                ["SpotAllocationStrategy"] = null,
                ["CompensateWithBaseInstance"] = null,
            },
            ["CapacityRebalance"] = false,
            ["InstanceNameIndexSettings"] = IndexSettings(),
            ["HostNameIndexSettings"] = IndexSettings(),
            ["ConcurrentScaleOutForDesiredCapacity"] = false,
        };
    }

    private static JsonObject LoadBalancer(string id, SimulatedScalingGroup group) => new()
    {
        ["LoadBalancerId"] = id,
        ["ListenerId"] = IdSource.Fixed("lbl", id),
        ["TargetAttributes"] = new JsonArray(new JsonObject { ["Port"] = 80, ["Weight"] = 10 }),
        ["LocationId"] = IdSource.Fixed("loc", id),
        ["Region"] = group.Region,
    };

    private static JsonObject ServiceSettings() => new()
    {
        ["ReplaceMonitorUnhealthy"] = false,
        ["ScalingMode"] = "CLASSIC_SCALING",
        ["ReplaceLoadBalancerUnhealthy"] = false,
        ["ReplaceMode"] = "RECREATE",
        ["AutoUpdateInstanceTags"] = false,
        ["DesiredCapacitySyncWithMaxMinSize"] = false,
        ["PriorityScaleInUnhealthy"] = false,
    };

    private static JsonObject IndexSettings() => new() { ["Enabled"] = false, ["BeginIndex"] = 0, ["IndexLength"] = 0 };
}
