using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns.Rollouts;

/// <summary>What a rollout promises, whatever fails: one version for each image and template, no refresh twice, and a last run converges.</summary>
internal sealed class RolloutInvariants(RolloutSchedule schedule, SimulatedCloud cloud)
{
    /// <summary>The promises that were not kept.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Checks that no version, refresh or rollback is there twice.</summary>
    public void CheckDoubles()
    {
        foreach (var region in schedule.Regions)
        {
            var versions = cloud.LaunchTemplates().Single(template => template.Region == region).Versions.Count(version => version.ImageId == RolloutWorld.NewImage(region));
            Require(versions <= 1, $"{region} has {versions} versions with the image");
            foreach (var action in new[] { "StartInstanceRefresh", "RollbackInstanceRefresh" })
            {
                var count = cloud.Calls.Count(call => call.Action == action && call.Acted && call.Region == region);
                Require(count <= 1, $"{region} has acted on {count} calls of {action}");
            }
        }
    }

    /// <summary>Checks that all targets have the new image.</summary>
    public void CheckPublished(IReadOnlyList<Publication> rows) => CheckTargets(rows, RolloutWorld.NewImage, PublicationStatus.Published);

    /// <summary>Checks that all targets have the old image.</summary>
    public void CheckUndone(IReadOnlyList<Publication> rows)
    {
        CheckTargets(rows, RolloutWorld.OldImage, PublicationStatus.Undone);
        foreach (var template in cloud.LaunchTemplates())
            Require(template.DefaultVersion == 1, $"the default version of {template.LaunchTemplateId} is {template.DefaultVersion}");
    }

    public void Require(bool holds, string violation)
    {
        if (!holds)
            Violations.Add(violation);
    }

    private void CheckTargets(IReadOnlyList<Publication> rows, Func<string, string> imageOf, PublicationStatus status)
    {
        Require(rows.Count == 2 * schedule.Regions.Count, $"{rows.Count} rows");
        foreach (var row in rows)
            Require(row.Status == status || row.Status == PublicationStatus.Unchanged, $"{row.TargetId} {row.Status} {row.Error?.Message} {row.Reason}");
        foreach (var region in schedule.Regions)
        {
            var template = cloud.LaunchTemplates().Single(template => template.Region == region);
            var version = template.Versions.Single(version => version.Number == template.DefaultVersion);
            Require(version.ImageId == imageOf(region), $"{template.LaunchTemplateId} has {version.ImageId}");
            var configuration = cloud.LaunchConfigurations().Single(configuration => configuration.Region == region);
            Require(configuration.ImageId == imageOf(region), $"{configuration.LaunchConfigurationId} has {configuration.ImageId}");
            var others = cloud.Instances().Where(instance => instance.Region == region && instance.ImageId != imageOf(region)).ToList();
            Require(others.Count == 0, $"{others.Count} instances in {region} have another image");
        }
    }
}
