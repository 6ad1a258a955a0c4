using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>
/// Reads the uses of all images of a region. No list of the service filters by image, so it reads whole lists: one of instances, one of
/// launch configurations, one of launch templates, and one of the versions of each template.
/// </summary>
/// <param name="client">The client of the region's account.</param>
/// <param name="autoScaling">The client of the same account.</param>
public sealed class ImageUsageReader(CvmClient client, AutoScalingClient autoScaling)
{
    // Enough for 20 requests a second at a latency of one second.
    private const int MaxConcurrency = 20;

    /// <summary>Reads the lists of a region side by side. A list that cannot be read is in the result; it never throws for one.</summary>
    /// <param name="region">The region.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ImageUsage> ReadAsync(string region, CancellationToken cancellationToken)
    {
        var readings = await Task.WhenAll(
            TryAsync(ImageUseKind.Instance, uses => ReadInstancesAsync(region, uses, cancellationToken)),
            TryAsync(ImageUseKind.LaunchTemplateVersion, uses => ReadTemplatesAsync(region, uses, cancellationToken)),
            TryAsync(ImageUseKind.LaunchConfiguration, uses => ReadConfigurationsAsync(region, uses, cancellationToken)));
        return new ImageUsage(
            region,
            [.. readings.SelectMany(reading => reading.Uses)],
            [.. readings.Select(reading => reading.Unread).OfType<UnreadUses>()]);
    }

    private static async Task<(List<ImageUse> Uses, UnreadUses? Unread)> TryAsync(ImageUseKind kind, Func<List<ImageUse>, Task> read)
    {
        var uses = new List<ImageUse>();
        try
        {
            await read(uses);
            return (uses, null);
        }
        catch (TencentCloudException exception)
        {
            return (uses, new UnreadUses(kind, exception));
        }
    }

    private async Task ReadInstancesAsync(string region, List<ImageUse> uses, CancellationToken cancellationToken)
    {
        await foreach (var instance in client.ListInstancesAsync(region, filters: null, cancellationToken))
        {
            uses.Add(new ImageUse(ImageUseKind.Instance, instance.InstanceId, instance.InstanceName, instance.ImageId)
            {
                Detail = instance.InstanceState,
            });
        }
    }

    private async Task ReadTemplatesAsync(string region, List<ImageUse> uses, CancellationToken cancellationToken)
    {
        var templates = new List<LaunchTemplateInfo>();
        await foreach (var template in client.ListLaunchTemplatesAsync(region, cancellationToken))
            templates.Add(template);

        var limit = new ConcurrencyLimit(MaxConcurrency);
        var readings = templates.Select(template => TryAsync(ImageUseKind.LaunchTemplateVersion, found => limit.RunAsync(
            async () => found.AddRange(UsesOf(template, await client.ListLaunchTemplateVersionsAsync(region, template, cancellationToken))),
            cancellationToken)));
        TencentCloudException? failure = null;
        foreach (var (found, unread) in await Task.WhenAll(readings))
        {
            uses.AddRange(found);
            failure ??= unread?.Error;
        }

        if (failure is not null)
            throw failure;
    }

    private async Task ReadConfigurationsAsync(string region, List<ImageUse> uses, CancellationToken cancellationToken)
    {
        await foreach (var configuration in autoScaling.ListLaunchConfigurationsAsync(region, cancellationToken))
        {
            var (id, name) = (configuration.LaunchConfigurationId, configuration.LaunchConfigurationName);
            uses.Add(new ImageUse(ImageUseKind.LaunchConfiguration, id, name, configuration.ImageId)
            {
                ImageFamily = configuration.ImageFamily,
                Detail = DetailOf(configuration),
            });
        }
    }

    private static IEnumerable<ImageUse> UsesOf(LaunchTemplateInfo template, IReadOnlyList<LaunchTemplateVersionInfo> versions) =>
        versions.Select(version => UseOf(template, version, version.IsDefaultVersion ?? version.LaunchTemplateVersion == template.DefaultVersionNumber));

    private static ImageUse UseOf(LaunchTemplateInfo template, LaunchTemplateVersionInfo version, bool isDefault) => new(
        ImageUseKind.LaunchTemplateVersion, template.LaunchTemplateId, template.LaunchTemplateName, version.LaunchTemplateVersionData?.ImageId)
    {
        Version = version.LaunchTemplateVersion,
        IsDefault = isDefault,
        IsPastPublication = !isDefault && VersionDescription.Of(version.LaunchTemplateVersionDescription) is not null,
        Detail = DetailOf(version),
    };

    private static string DetailOf(LaunchTemplateVersionInfo version)
    {
        var (number, description) = (version.LaunchTemplateVersion, version.LaunchTemplateVersionDescription);
        return string.IsNullOrEmpty(description)
            ? Localized.Text($"version {number}", $"版本 {number}")
            : Localized.Text($"version {number}: {description}", $"版本 {number}：{description}");
    }

    private static string DetailOf(LaunchConfiguration configuration)
    {
        var groups = Localized.List(configuration.AutoScalingGroupAbstractSet.Select(group => $"{group.AutoScalingGroupId} ({group.AutoScalingGroupName})"));
        var family = string.IsNullOrEmpty(configuration.ImageFamily)
            ? ""
            : Localized.Text($"image family {configuration.ImageFamily}", $"镜像族 {configuration.ImageFamily}");
        return string.Join("; ", new[] { family, groups }.Where(part => part.Length > 0));
    }
}
