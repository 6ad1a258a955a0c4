using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Adds what uses images to a simulated cloud, in the account of the owner.</summary>
internal static class CloudUses
{
    /// <summary>Adds an instance.</summary>
    internal static SimulatedInstance AddInstance(
        this SimulatedCloud cloud, string id, string imageId, string region = SimulatedWorld.Region, string state = "RUNNING")
    {
        var instance = new SimulatedInstance
        {
            InstanceId = id,
            InstanceName = $"name of {id}",
            AccountId = SimulatedWorld.Owner.AccountId,
            Region = region,
            Zone = $"{region}-3",
            InstanceType = "S5.MEDIUM4",
            ImageId = imageId,
            State = state,
            Cpu = 2,
            MemoryGB = 4,
            OsName = "TencentOS",
            ChargeType = "POSTPAID_BY_HOUR",
            InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR",
            Network = new SimulatedNetwork("vpc-00000001", "subnet-00000001", "sg-00000001"),
            PrivateIpAddress = "10.0.0.2",
            Uuid = id,
            RequestId = "request",
            CreatedTime = cloud.TimeProvider.GetUtcNow(),
            SystemDisk = new SimulatedDisk($"disk-{id}", "CLOUD_PREMIUM", 50),
        };
        cloud.AddInstance(instance);
        return instance;
    }

    /// <summary>Adds a launch template whose last version is the default one.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="name">The name.</param>
    /// <param name="imageIds">The image of each version.</param>
    internal static SimulatedLaunchTemplate AddTemplate(this SimulatedCloud cloud, string name, params string[] imageIds) =>
        cloud.AddTemplate(name, SimulatedWorld.Region, first: 1, imageIds);

    /// <param name="cloud">The cloud.</param>
    /// <param name="name">The name.</param>
    /// <param name="region">The region.</param>
    /// <param name="first">The number of the first version that was not deleted.</param>
    /// <param name="imageIds">The image of each version.</param>
    internal static SimulatedLaunchTemplate AddTemplate(
        this SimulatedCloud cloud, string name, string region, int first, params string[] imageIds) =>
        cloud.AddLaunchTemplate(new SimulatedLaunchTemplate
        {
            LaunchTemplateName = name,
            AccountId = SimulatedWorld.Owner.AccountId,
            Region = region,
            DefaultVersion = first + imageIds.Length - 1,
            Versions = [.. imageIds.Select((imageId, index) => new SimulatedTemplateVersion
            {
                Number = first + index,
                CreatedBy = SimulatedWorld.Owner.AccountId,
                Parameters = $$"""{"Placement":{"Zone":"{{region}}-3"},"ImageId":"{{imageId}}","InstanceType":"S5.MEDIUM4"}""",
            })],
        });

    /// <summary>Adds a launch configuration.</summary>
    internal static SimulatedLaunchConfiguration AddConfiguration(
        this SimulatedCloud cloud, string name, string imageId, string imageFamily = "", string region = SimulatedWorld.Region) =>
        cloud.AddLaunchConfiguration(new SimulatedLaunchConfiguration
        {
            LaunchConfigurationName = name,
            AccountId = SimulatedWorld.Owner.AccountId,
            Region = region,
            ImageId = imageId,
            ImageFamily = imageFamily,
        });

    /// <summary>Adds a scaling group without instances.</summary>
    internal static SimulatedScalingGroup AddGroup(this SimulatedCloud cloud, string name, SimulatedLaunchConfiguration configuration) =>
        cloud.AddScalingGroup(new SimulatedScalingGroup
        {
            AutoScalingGroupName = name,
            AccountId = configuration.AccountId,
            Region = configuration.Region,
            LaunchConfigurationId = configuration.LaunchConfigurationId,
        });
}
