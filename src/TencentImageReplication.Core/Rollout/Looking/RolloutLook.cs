using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout.Looking;

/// <summary>Looks at the images and all targets of a rollout before anything changes.</summary>
/// <param name="client">The service.</param>
/// <param name="autoScaling">Auto scaling.</param>
/// <param name="refreshes">True if instances of scaling groups are to be reinstalled.</param>
internal sealed class RolloutLook(CvmClient client, AutoScalingClient autoScaling, bool refreshes)
{
    private const string ScalingNormal = "NORMAL";
    private const string InActivity = "IN_ACTIVITY";

    /// <summary>Reads the targets of all requests.</summary>
    /// <param name="requests">The images with their targets.</param>
    /// <param name="accountId">The account, for the rows; null if it is not known.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The targets, in the order of the requests. A target that is not ready has a problem.</returns>
    public async Task<RolloutTargets> ReadAsync(IReadOnlyList<PublicationRequest> requests, string? accountId, CancellationToken cancellationToken)
    {
        var regions = requests.GroupBy(request => request.Region, StringComparer.OrdinalIgnoreCase);
        return new(await Task.WhenAll(regions.Select(region => ReadRegionAsync(region.Key, [.. region], accountId, cancellationToken))));
    }

    private async Task<IReadOnlyList<RolloutTarget>> ReadRegionAsync(
        string region, IReadOnlyList<PublicationRequest> requests, string? accountId, CancellationToken cancellationToken)
    {
        var lists = new RegionLists(client, autoScaling, region, cancellationToken);
        var targets = new List<RolloutTarget>();
        foreach (var request in requests)
        {
            foreach (var selector in request.Targets)
                targets.Add(await ReadSafelyAsync(lists, request, selector));
        }

        return [.. Distinct(targets).Select(target => target with { Row = target.Row with { AccountId = accountId } })];
    }

    private async Task<RolloutTarget> ReadSafelyAsync(RegionLists lists, PublicationRequest request, TargetSelector selector)
    {
        var named = Publication.Of(selector, lists.Region, request.ImageId) with { Status = PublicationStatus.Failed };
        try
        {
            if (request.Problem is { } violation)
                throw new RuleViolationException(violation);
            var image = await lists.ImageAsync(request.ImageId);
            Refuse(RolloutRules.CheckImage(request.ImageId, image, lists.Region));
            var target = selector.Kind switch
            {
                PublicationKind.LaunchTemplate => await ReadTemplateAsync(lists, selector, named),
                PublicationKind.LaunchConfiguration => ReadConfiguration(
                    lists.Region,
                    Find(lists, selector, await lists.ConfigurationsAsync(), c => c.LaunchConfigurationId, c => c.LaunchConfigurationName),
                    named),
                _ => await ReadGroupAsync(lists, selector, named, request.Earlier),
            };
            await CheckPlatformAsync(lists, image!, target);
            return Continue(target, request.Earlier);
        }
        catch (Exception exception) when (exception is RuleViolationException or TencentCloudException)
        {
            return new RolloutTarget { Row = named with { Error = exception } };
        }
    }

    private static async Task<RolloutTarget> ReadTemplateAsync(RegionLists lists, TargetSelector selector, Publication named)
    {
        var template = Find(lists, selector, await lists.TemplatesAsync(), t => t.LaunchTemplateId, t => t.LaunchTemplateName);
        var version = await lists.DefaultOfAsync(template) ?? throw new RuleViolationException(RolloutRules.TargetNotFound(selector, lists.Region));
        var hasImage = version.LaunchTemplateVersionData?.ImageId == named.ImageId;
        // Of a version that an earlier run made, the description says what was before.
        var made = hasImage ? VersionDescription.Of(version.LaunchTemplateVersionDescription) : null;
        return new RolloutTarget
        {
            Template = template,
            HasImage = hasImage,
            Row = named with
            {
                TargetId = template.LaunchTemplateId,
                TargetName = template.LaunchTemplateName,
                PreviousImageId = hasImage ? null : version.LaunchTemplateVersionData?.ImageId,
                PreviousVersion = hasImage ? made?.BasedOn : version.LaunchTemplateVersion,
                Version = hasImage ? version.LaunchTemplateVersion : null,
            },
        };
    }

    private static RolloutTarget ReadConfiguration(string region, LaunchConfiguration configuration, Publication named)
    {
        if (configuration.ImageFamily is { Length: > 0 } family)
            throw new RuleViolationException(RolloutRules.HasImageFamily(configuration.LaunchConfigurationId, family, region));
        var hasImage = configuration.ImageId == named.ImageId;
        return new RolloutTarget
        {
            Configuration = configuration,
            HasImage = hasImage,
            Row = named with
            {
                TargetId = configuration.LaunchConfigurationId,
                TargetName = configuration.LaunchConfigurationName,
                ConfigurationId = configuration.LaunchConfigurationId,
                Groups = [.. configuration.AutoScalingGroupAbstractSet.Select(group => group.AutoScalingGroupName)],
                PreviousImageId = hasImage ? null : configuration.ImageId,
            },
        };
    }

    private async Task<RolloutTarget> ReadGroupAsync(RegionLists lists, TargetSelector selector, Publication named, Publication? earlier)
    {
        var group = Find(lists, selector, await lists.GroupsAsync(), g => g.AutoScalingGroupId, g => g.AutoScalingGroupName);
        var configuration = (await lists.ConfigurationsAsync()).Find(c => c.LaunchConfigurationId == group.LaunchConfigurationId)
            ?? throw new RuleViolationException(RolloutRules.NoConfiguration(group.AutoScalingGroupId, lists.Region));
        var target = ReadConfiguration(lists.Region, configuration, named);
        target = target with
        {
            Group = group,
            Row = target.Row with { TargetId = group.AutoScalingGroupId, TargetName = group.AutoScalingGroupName },
        };
        var resumes = earlier?.Status == PublicationStatus.Paused;
        if (!refreshes && !resumes)
            return target;
        var activities = await lists.ActivitiesAsync(group.AutoScalingGroupId);
        var plan = RefreshPlan.Of(activities, target.HasImage, configuration.UpdatedTime, group.InServiceInstanceCount ?? 0);
        Check(lists.Region, group, plan);
        if (!refreshes && plan.Need == RefreshNeed.Start)
            throw new RuleViolationException(RolloutRules.NothingToResume(group.AutoScalingGroupName, earlier?.RefreshActivityId ?? "", lists.Region));
        return target with
        {
            Refresh = plan,
            Resumes = resumes,
            Row = target.Row with
            {
                InstanceCount = plan.Activity?.Count().Total ?? group.InServiceInstanceCount,
                RefreshActivityId = plan.Activity?.RefreshActivityId,
                RefreshProgress = plan.Activity?.Percent(),
                IsGroupDisabled = plan.Activity?.IsActive() == true,
            },
        };
    }

    private static void Check(string region, AutoScalingGroup group, RefreshPlan plan)
    {
        var reason = plan.Need switch
        {
            RefreshNeed.Blocked => $"{plan.Activity!.RefreshActivityId} {plan.Activity.Status}",
            RefreshNeed.Start when group.AutoScalingGroupStatus != ScalingNormal => group.AutoScalingGroupStatus,
            RefreshNeed.Start when group.InActivityStatus == InActivity => InActivity,
            _ => null,
        };
        if (reason is not null)
            throw new RuleViolationException(RolloutRules.GroupBusy(group.AutoScalingGroupId, region, reason));
    }

    private static async Task CheckPlatformAsync(RegionLists lists, Image image, RolloutTarget target)
    {
        if (target.Row.PreviousImageId is { Length: > 0 } current)
            Refuse(RolloutRules.CheckPlatform(image, await lists.ImageAsync(current), NameOf(target.Row)));
    }

    // What an earlier run has changed is read from its row, because the service no longer says what was before.
    private static RolloutTarget Continue(RolloutTarget target, Publication? earlier) => earlier is null || !target.HasImage ? target : target with
    {
        Row = target.Row with
        {
            PreviousImageId = earlier.PreviousImageId ?? target.Row.PreviousImageId,
            PreviousVersion = earlier.PreviousVersion ?? target.Row.PreviousVersion,
            PublishedAt = earlier.PublishedAt,
        },
    };

    // One image for each target. The same one twice is one request.
    private static List<RolloutTarget> Distinct(List<RolloutTarget> targets)
    {
        var distinct = new List<RolloutTarget>();
        foreach (var same in targets.GroupBy(target => (target.Row.Kind, target.Row.TargetId, target.Row.TargetId.Length > 0 ? "" : target.Row.TargetName)))
        {
            var first = same.First();
            var images = same.Select(target => target.Row.ImageId).Distinct().ToList();
            distinct.Add(images.Count == 1 ? first : new RolloutTarget
            {
                Row = first.Row with { Error = new RuleViolationException(RolloutRules.SeveralImages(first.Row.Region, images)) },
            });
        }

        return distinct;
    }

    private static T Find<T>(RegionLists lists, TargetSelector selector, List<T> items, Func<T, string> idOf, Func<T, string> nameOf)
    {
        var found = items.Where(item => selector.Selects(idOf(item), nameOf(item))).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new RuleViolationException(RolloutRules.TargetNotFound(selector, lists.Region)),
            _ => throw new RuleViolationException(RolloutRules.TargetAmbiguous(selector, lists.Region, found.Select(idOf))),
        };
    }

    private static void Refuse(RuleViolation? violation)
    {
        if (violation is not null)
            throw new RuleViolationException(violation);
    }

    private static string NameOf(Publication row) => $"{row.TargetId} ('{VisibleText.Of(row.TargetName)}')";
}
