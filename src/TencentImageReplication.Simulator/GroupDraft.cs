using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator;

/// <summary>Creates a scaling group with instances.</summary>
internal static class GroupDraft
{
    public static SimulatedScalingGroup Add(CloudState state, SimulatedScalingGroup group, int newInstances, string? imageId, DateTimeOffset now)
    {
        var configuration = state.AutoScaling.FindConfiguration(group.LaunchConfigurationId)
            ?? throw new ArgumentException($"There is no launch configuration {group.LaunchConfigurationId}.", nameof(group));
        var created = group.CreatedTime == default ? now : group.CreatedTime;
        var first = ZoneCatalog.In(group.Region, state.Options).First(zone => zone.IsAvailable).Id;
        var members = group.Instances.ToList();
        var zones = group.Zones.Count > 0 ? group.Zones : [first];
        if (newInstances > 0)
        {
            var image = (imageId is null ? ConfigurationImage.Find(configuration, state, now) : state.Images.Find(imageId, group.Region, group.AccountId))
                ?? throw new ArgumentException($"There is no image for the instances of {group.AutoScalingGroupName}.", nameof(imageId));
            for (var i = 0; i < newInstances; i++)
            {
                var zone = ZoneCatalog.Find(group.Region, zones[i % zones.Count], state.Options)!;
                var instance = InstanceDraft.Create(state.Ids, group.AccountId, image, zone, configuration.InstanceTypes[0], created) with
                {
                    InstanceName = $"as-{group.AutoScalingGroupName}",
                    UserData = configuration.UserData,
                    HostName = configuration.HostName,
                    KeyIds = configuration.KeyIds,
                    Tags = configuration.InstanceTags,
                };
                state.Instances.Add(instance);
                members.Add(new SimulatedGroupInstance { InstanceId = instance.InstanceId, AddTime = created, VersionNumber = configuration.VersionNumber });
            }
        }

        var complete = group with
        {
            AutoScalingGroupId = group.AutoScalingGroupId.Length > 0 ? group.AutoScalingGroupId : state.Ids.Resource("asg"),
            CreatedTime = created,
            Zones = zones,
            Instances = members,
        };
        state.AutoScaling.Put(complete);
        return complete;
    }
}
