using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The launch templates, launch configurations and scaling groups that a plan publishes in.</summary>
internal static class PublicationWorld
{
    /// <summary>Adds what the plan names. The images of the schedule must be there.</summary>
    public static void Furnish(SimulatedCloud cloud, PlanSchedule schedule)
    {
        foreach (var place in schedule.PublishedPlaces)
        {
            var kinds = place.Target.Publish!.Targets.Select(target => target.Kind).ToList();
            if (kinds.Contains(PublicationKind.LaunchTemplate))
                cloud.AddLaunchTemplate(TemplateOf(place));
            if (kinds.Contains(PublicationKind.LaunchConfiguration) || kinds.Contains(PublicationKind.AutoScalingGroup))
                AddConfiguration(cloud, place, kinds.Contains(PublicationKind.AutoScalingGroup));
        }
    }

    private static SimulatedLaunchTemplate TemplateOf(PublishedPlace place) => new()
    {
        LaunchTemplateName = place.Name,
        AccountId = place.AccountId,
        Region = place.Region,
        Versions =
        [
            new SimulatedTemplateVersion
            {
                Number = 1,
                CreatedBy = place.AccountId,
                Description = place.IsPublished ? $"ImageReplication {place.ImageId} from 0" : "",
                Parameters = $$"""{"Placement":{"Zone":"{{ZoneOf(place.Region)}}"},"ImageId":"{{place.ImageId}}","InstanceType":"S5.MEDIUM4"}""",
            },
        ],
    };

    // One that sells instances.
    private static string ZoneOf(string region) => $"{region}-{(region == "ap-chengdu" ? 1 : 3)}";

    private static void AddConfiguration(SimulatedCloud cloud, PublishedPlace place, bool hasGroup)
    {
        var configuration = cloud.AddLaunchConfiguration(new SimulatedLaunchConfiguration
        {
            LaunchConfigurationName = place.Name,
            AccountId = place.AccountId,
            Region = place.Region,
            ImageId = place.ImageId,
        });
        if (!hasGroup)
            return;
        var group = cloud.AddScalingGroup(
            new SimulatedScalingGroup
            {
                AutoScalingGroupName = place.Name,
                AccountId = place.AccountId,
                Region = place.Region,
                LaunchConfigurationId = configuration.LaunchConfigurationId,
            },
            place.Instances);
        if (place.FailingBatch is { } failing)
            cloud.Options.RefreshesOf[group.AutoScalingGroupId] = cloud.Options.Refreshes with { FailingBatches = [failing], Failures = 1 };
    }
}
