using System.Text.Json;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>
/// The promises of publishing, whatever fails: only the newest version that each region has and that passed its tests is published, nothing
/// twice, and the way back of a run stays.
/// </summary>
internal sealed class PublicationInvariants(
    PlanSchedule schedule, SimulatedCloud cloud, KnownImages known, PassedTests tests, TimeProvider clock, List<string> violations)
{
    private const string Mark = "ImageReplicationSource";

    private readonly Dictionary<(string TemplateId, string ImageId), long> _versions = [];
    private readonly Dictionary<string, HashSet<string>> _refreshed = [];
    private HashSet<string> _startedFrom = [];

    /// <summary>Notes the images that templates, launch configurations and instances start from at the beginning of a run.</summary>
    public void BeginRun() => _startedFrom =
    [
        .. cloud.LaunchTemplates().Select(DefaultOf),
        .. cloud.LaunchConfigurations().Select(configuration => configuration.ImageId),
        .. cloud.ScalingGroups().SelectMany(group => group.Instances)
            .Join(cloud.Instances(), member => member.InstanceId, instance => instance.InstanceId, (_, instance) => instance.ImageId),
    ];

    /// <summary>Checks that no template has two versions with one image.</summary>
    public void Observe()
    {
        foreach (var template in cloud.LaunchTemplates())
        {
            foreach (var version in template.Versions)
            {
                if (!_versions.TryAdd((template.LaunchTemplateId, version.ImageId), version.Number) && _versions[(template.LaunchTemplateId, version.ImageId)] != version.Number)
                    violations.Add($"{template.LaunchTemplateId} has the versions {_versions[(template.LaunchTemplateId, version.ImageId)]} and {version.Number} with {version.ImageId}");
            }
        }
    }

    /// <summary>Checks a request before the service carries it out.</summary>
    public void Check(string action, JsonElement request)
    {
        switch (action)
        {
            case "DeleteImages":
                foreach (var id in request.GetProperty("ImageIds").EnumerateArray().Select(element => element.GetString()!).Where(_startedFrom.Contains))
                    violations.Add($"{id} is deleted, but something started from it when the run began");
                break;
            case "ModifyLaunchTemplateDefaultVersion":
                var template = cloud.LaunchTemplates().Single(template => template.LaunchTemplateId == request.GetProperty("LaunchTemplateId").GetString());
                if (template.Versions.FirstOrDefault(version => version.Number == request.GetProperty("DefaultVersion").GetInt64()) is { } version)
                    CheckPublished(template.LaunchTemplateName, template.AccountId, template.Region, version.ImageId);
                break;
            case "ModifyLaunchConfigurationAttributes":
                CheckPublished(ConfigurationOf(request.GetProperty("LaunchConfigurationId").GetString()!), request.GetProperty("ImageId").GetString()!);
                break;
            case "StartInstanceRefresh":
                CheckRefresh(cloud.ScalingGroups().Single(group => group.AutoScalingGroupId == request.GetProperty("AutoScalingGroupId").GetString()));
                break;
            default:
                break;
        }
    }

    /// <summary>Checks that each group was refreshed at most once for each image.</summary>
    public void CheckRefreshes(string groupId, IReadOnlyList<RefreshActivity> activities)
    {
        var images = _refreshed.TryGetValue(groupId, out var found) ? found.Count : 0;
        if (activities.Count > images)
            violations.Add($"{groupId} was refreshed {activities.Count} times for {images} images");
    }

    /// <summary>Checks if a row may stay outdated: the family cannot be published, because a copy or a test is in the way for good.</summary>
    public bool MayStayOutdated(PlanRow row, IReadOnlyList<PlanRow> rows) =>
        rows.Any(other => other.Family == row.Family && other.State is PlanState.Stale or PlanState.Blocked or PlanState.Different)
        || rows.Any(other => other.Family == row.Family && FailsForGood(other));

    /// <summary>Checks if the test of the image of a row is repeated in each run, because it cannot pass.</summary>
    public bool FailsForGood(PlanRow row) =>
        row.State == PlanState.Outdated
        && FindPlace(PublishedPlace.NameOf(row.Family), row.AccountId!, row.Region) is { Target.Verify: not null }
        && !tests.CanPass(cloud.FindImage(row.ImageId!)!);

    private static string DefaultOf(SimulatedLaunchTemplate template) =>
        template.Versions.Single(version => version.Number == template.DefaultVersion).ImageId;

    private SimulatedLaunchConfiguration ConfigurationOf(string id) =>
        cloud.LaunchConfigurations().Single(configuration => configuration.LaunchConfigurationId == id);

    private PublishedPlace? FindPlace(string name, string accountId, string region) => schedule.PublishedPlaces.FirstOrDefault(place =>
        place.Name == name && place.AccountId == accountId && place.Region == region);

    private void CheckRefresh(SimulatedScalingGroup group)
    {
        var configuration = ConfigurationOf(group.LaunchConfigurationId);
        CheckPublished(configuration, configuration.ImageId);
        if (!_refreshed.TryGetValue(group.AutoScalingGroupId, out var images))
            _refreshed.Add(group.AutoScalingGroupId, images = []);
        images.Add(configuration.ImageId);
    }

    private void CheckPublished(SimulatedLaunchConfiguration configuration, string imageId) =>
        CheckPublished(configuration.LaunchConfigurationName, configuration.AccountId, configuration.Region, imageId);

    private void CheckPublished(string name, string accountId, string region, string imageId)
    {
        var place = FindPlace(name, accountId, region);
        if (place is null)
            Refuse("the plan does not publish there");
        else if (cloud.FindImage(imageId) is not { } image || image.AccountId != accountId || image.Region != region)
            Refuse("it is not in the region");
        else if (cloud.FindImage(known.RootOf(image)) is not { } source)
            Refuse("its source is gone");
        else
            CheckVersion(schedule.Plan.Families.Single(family => family.Name == place.Family), place, image, source, Refuse);

        void Refuse(string reason) => violations.Add($"{imageId} is published in '{name}' in {region} of {accountId}, but {reason}");
    }

    private void CheckVersion(PlanFamily family, PublishedPlace place, SimulatedImage image, SimulatedImage source, Action<string> refuse)
    {
        if (!source.ImageName.StartsWith(family.Name, StringComparison.Ordinal))
            refuse("it belongs to nobody's family");
        if (NewerThan(source, family) is { } newer)
            refuse($"{newer.ImageId} is newer");
        foreach (var (target, region) in family.Targets.SelectMany(target => target.Regions, (target, region) => (target, region)))
        {
            var copies = CopiesOf(source, PlanScheduleDraw.AccountOf(target), region).ToList();
            if (copies.Count == 0)
                refuse($"{target.Account ?? "self"} has no copy in {region}");
            else if (target is { Publish: { } publication, Verify: not null } && !copies.Exists(copy => tests.Has(copy, clock.GetUtcNow())) && !StartFrom(target, region, publication, family, source))
                refuse($"its copy in {region} of {target.Account ?? "self"} did not pass a test");
        }

        if (place.Target.Verify is not null && !tests.Has(image, clock.GetUtcNow()))
            refuse("it did not pass a test");
    }

    // A source that was deleted is known by its marked copies. One that was gone before the first night is older than all that are known.
    private SimulatedImage? NewerThan(SimulatedImage source, PlanFamily family) => cloud.Images()
        .Where(image => image.ImageName.StartsWith(family.Name, StringComparison.Ordinal))
        .Where(image => image.CopiedFrom is null
            ? image.AccountId == source.AccountId && image.Region == source.Region && image.State is "NORMAL" or "SYNCING"
            : IsOfFamily(image, family))
        .Select(image => known.Find(known.RootOf(image)))
        .OfType<SimulatedImage>()
        .FirstOrDefault(root => root.CreatedTime > source.CreatedTime);

    private static bool IsOfFamily(SimulatedImage copy, PlanFamily family) =>
        copy.Tags.Any(tag => tag.Key.StartsWith(Mark, StringComparison.Ordinal))
        && (family.ImageName is not null || family.Tags.All(wanted => copy.Tags.Any(tag => tag.Key == wanted.Key && tag.Value == wanted.Value)))
        && family.Targets.Any(target => PlanScheduleDraw.AccountOf(target) == copy.AccountId && target.Regions.Contains(copy.Region));

    // A source that is being copied can be used all the time.
    private IEnumerable<SimulatedImage> CopiesOf(SimulatedImage source, string accountId, string region) => cloud.Images(accountId)
        .Where(image => image.Region == region && known.RootOf(image) == source.ImageId && (image.State == "NORMAL" || image.ImageId == source.ImageId));

    // Where everything starts from the image already, nothing is published, and so nothing is tested.
    private bool StartFrom(PlanTarget target, string region, PlanPublication publication, PlanFamily family, SimulatedImage source)
    {
        var (name, account) = (PublishedPlace.NameOf(family.Name), PlanScheduleDraw.AccountOf(target));
        var images = publication.Targets.Select(selector => selector.Kind == PublicationKind.LaunchTemplate
            ? DefaultOf(cloud.LaunchTemplates(account).Single(template => template.Region == region && template.LaunchTemplateName == name))
            : cloud.LaunchConfigurations(account).Single(configuration => configuration.Region == region && configuration.LaunchConfigurationName == name).ImageId);
        return images.All(id => known.Find(id) is { } image && known.RootOf(image) == source.ImageId);
    }
}
