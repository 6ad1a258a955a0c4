using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Starts to reinstall or to replace the instances of a scaling group that are in service.</summary>
internal sealed class StartInstanceRefresh : IApiAction
{
    public string Name => nameof(StartInstanceRefresh);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        RefreshTargets.CheckRole(context);
        var mode = RefreshPlanRules.Mode(context.Parameters);
        var group = RefreshTargets.Group(context);
        var instances = GroupInstances.Of(group, context.State)
            .Where(pair => GroupInstances.LifeCycleState(pair.Member, pair.Instance) == GroupInstances.InService && pair.Instance.State == InstanceStates.Running)
            .OrderBy(pair => pair.Member.AddTime).ThenBy(pair => pair.Instance.InstanceId, StringComparer.Ordinal)
            .Select(pair => pair.Instance)
            .ToList();
        if (instances.Count == 0)
            throw new ServiceException("ResourceUnavailable.NoInstanceCanRefresh", group.AutoScalingGroupId);
        var plan = RefreshPlanRules.Read(context.Parameters, instances.Count, isRollback: false);
        CheckImage(group, instances, context);
        var refreshed = instances.Select(instance => new RefreshedInstance(instance.InstanceId, instance.ImageId, null));
        return new JsonObject { ["RefreshActivityId"] = context.State.Refreshes.Start(group, mode, plan, refreshed, context.Now).Id };
    }

    private static void CheckImage(SimulatedScalingGroup group, List<SimulatedInstance> instances, ActionContext context)
    {
        const string Code = "ResourceUnavailable.InquiryPriceResetInstanceFailed";
        var image = context.State.AutoScaling.FindConfiguration(group.LaunchConfigurationId) is { } configuration
            ? ConfigurationImage.Find(configuration, context.State, context.Now)
            : null;
        if (image is null)
            throw new ServiceException(Code, group.LaunchConfigurationId);
        var unfit = instances.Find(instance =>
            InstanceTypeCatalog.Find(instance.InstanceType).Architecture != image.Architecture || instance.SystemDisk.SizeGB < image.SizeGB);
        if (unfit is not null)
            throw new ServiceException(Code, $"{image.ImageId}, {unfit.InstanceId}");
    }
}
