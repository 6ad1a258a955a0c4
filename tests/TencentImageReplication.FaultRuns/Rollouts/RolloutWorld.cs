using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Rollouts;

/// <summary>The images, templates and groups of a rollout.</summary>
internal static class RolloutWorld
{
    public static string OldImage(string region) => $"img-old{Part(region)}0";

    public static string NewImage(string region) => $"img-new{Part(region)}0";

    public static string Template(string region) => $"lt-{Part(region)}web1";

    public static string Configuration(string region) => $"asc-{Part(region)}web1";

    public static string Group(string region) => $"asg-{Part(region)}web1";

    public static void Furnish(SimulatedCloud cloud, RolloutSchedule schedule)
    {
        var account = SimulatedWorld.Owner.AccountId;
        cloud.AddAccount(SimulatedWorld.Owner);
        foreach (var region in schedule.Regions)
        {
            foreach (var id in new[] { OldImage(region), NewImage(region) })
                cloud.AddImage(new SimulatedImage { ImageId = id, ImageName = id, Region = region, AccountId = account });
            cloud.AddLaunchTemplate(new SimulatedLaunchTemplate
            {
                LaunchTemplateId = Template(region),
                LaunchTemplateName = "web",
                AccountId = account,
                Region = region,
                Versions =
                [
                    new SimulatedTemplateVersion
                    {
                        Number = 1,
                        CreatedBy = account,
                        Parameters = $$"""{"Placement":{"Zone":"{{region}}-3"},"ImageId":"{{OldImage(region)}}","InstanceType":"S5.MEDIUM4"}""",
                    },
                ],
            });
            cloud.AddLaunchConfiguration(new SimulatedLaunchConfiguration
            {
                LaunchConfigurationId = Configuration(region),
                LaunchConfigurationName = "web",
                AccountId = account,
                Region = region,
                ImageId = OldImage(region),
            });
            cloud.AddScalingGroup(
                new SimulatedScalingGroup
                {
                    AutoScalingGroupId = Group(region),
                    AutoScalingGroupName = "web",
                    AccountId = account,
                    Region = region,
                    LaunchConfigurationId = Configuration(region),
                },
                schedule.Instances);
        }
    }

    private static string Part(string region) => region.Substring(3, 4);
}
