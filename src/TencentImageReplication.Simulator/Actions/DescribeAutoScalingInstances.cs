using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the instances of the scaling groups of an account in a region.</summary>
internal sealed class DescribeAutoScalingInstances : IApiAction
{
    private static readonly string[] FilterNames = ["instance-id", "auto-scaling-group-id", "private-ip-address"];

    private static readonly ScalingQueryCodes Codes = new(
        "ins", "InvalidParameterValue.InvalidInstanceId", "InvalidParameter.Conflict", "InvalidParameterValue.LimitExceeded");

    public string Name => nameof(DescribeAutoScalingInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var query = ScalingQuery.Read(context, "InstanceIds", FilterNames, tags: false, Codes);
        var all = from scalingGroup in ScalingTargets.Groups(context)
                  from pair in GroupInstances.Of(scalingGroup, context.State)
                  where query.Includes(pair.Instance.InstanceId, filter => Passes(scalingGroup, pair.Instance, filter))
                  orderby pair.Member.AddTime descending, pair.Instance.InstanceId
                  select (Group: scalingGroup, pair.Member, pair.Instance);
        var instances = all.ToList();
        return new JsonObject
        {
            ["TotalCount"] = instances.Count,
            ["AutoScalingInstanceSet"] = Json.List(query.Page.Of(instances), item => Write(item.Group, item.Member, item.Instance, context)),
        };
    }

    private static bool Passes(SimulatedScalingGroup group, SimulatedInstance instance, Filter filter) => filter.Name switch
    {
        "instance-id" => filter.Is(instance.InstanceId),
        "auto-scaling-group-id" => filter.Is(group.AutoScalingGroupId),
        _ => filter.Is(instance.PrivateIpAddress),
    };

    private static JsonObject Write(SimulatedScalingGroup group, SimulatedGroupInstance member, SimulatedInstance instance, ActionContext context) => new()
    {
        ["InstanceId"] = instance.InstanceId,
        ["AutoScalingGroupId"] = group.AutoScalingGroupId,
        ["LaunchConfigurationId"] = group.LaunchConfigurationId,
        ["LaunchConfigurationName"] = context.State.AutoScaling.FindConfiguration(group.LaunchConfigurationId)?.LaunchConfigurationName ?? "",
        ["LifeCycleState"] = GroupInstances.LifeCycleState(member, instance),
        ["HealthStatus"] = member.HealthStatus,
        ["ProtectedFromScaleIn"] = member.ProtectedFromScaleIn,
        ["Zone"] = instance.Zone,
        ["CreationType"] = member.CreationType,
        ["AddTime"] = context.Text(member.AddTime),
        ["InstanceType"] = instance.InstanceType,
        ["VersionNumber"] = member.VersionNumber,
        ["AutoScalingGroupName"] = group.AutoScalingGroupName,
        ["WarmupStatus"] = "NO_NEED_WARMUP",
        ["DisasterRecoverGroupIds"] = new JsonArray(),
    };
}
