using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The accounts, images and instances before the first night.</summary>
internal static class PlanWorld
{
    /// <summary>The role of the second account.</summary>
    public static SimulatedRole ProdRole { get; } = new()
    {
        AccountId = SimulatedWorld.Partner.AccountId,
        Name = "images",
        TrustedAccounts = [SimulatedWorld.Owner.AccountId],
    };

    /// <summary>Adds them.</summary>
    public static void Furnish(SimulatedCloud cloud, PlanSchedule schedule, TimeProvider clock)
    {
        cloud.AddAccount(SimulatedWorld.Owner);
        cloud.AddAccount(SimulatedWorld.Partner);
        foreach (var id in new[] { PlanScheduleDraw.Colleague, PlanScheduleDraw.Stranger })
            cloud.AddAccount(SimulatedWorld.Partner with { AccountId = id, Name = id, SecretId = $"AKIDEXAMPLE{id}" });
        cloud.PutRole(ProdRole);
        foreach (var image in schedule.Images)
            cloud.AddImage(image);
        var sample = SimulatedWorld.Create(new SimulatedCloudOptions(), clock).Instances()[0];
        for (var index = 0; index < schedule.UsedImages.Count; index++)
        {
            var image = cloud.FindImage(schedule.UsedImages[index])!;
            cloud.AddInstance(sample with
            {
                InstanceId = $"ins-uses000{index}",
                AccountId = image.AccountId,
                ImageId = image.ImageId,
                Region = image.Region,
                Zone = $"{image.Region}-2",
            });
        }

        PublicationWorld.Furnish(cloud, schedule);
    }
}
