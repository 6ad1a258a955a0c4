using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Rollout.Looking;

/// <summary>The lists of a region, each read once, when it is needed first.</summary>
/// <param name="client">The service.</param>
/// <param name="autoScaling">Auto scaling.</param>
/// <param name="region">The region.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class RegionLists(CvmClient client, AutoScalingClient autoScaling, string region, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, Task<IReadOnlyDictionary<string, Image>>> _images = new(StringComparer.Ordinal);
    private Task<List<LaunchTemplateInfo>>? _templates;
    private Task<List<AutoScalingGroup>>? _groups;
    private Task<List<LaunchConfiguration>>? _configurations;

    /// <summary>The region.</summary>
    public string Region => region;

    /// <summary>Returns the launch templates.</summary>
    public Task<List<LaunchTemplateInfo>> TemplatesAsync() =>
        _templates ??= ReadAsync(client.ListLaunchTemplatesAsync(region, cancellationToken));

    /// <summary>Returns the scaling groups.</summary>
    public Task<List<AutoScalingGroup>> GroupsAsync() => _groups ??= ReadAsync(autoScaling.ListGroupsAsync(region, cancellationToken));

    /// <summary>Returns the launch configurations.</summary>
    public Task<List<LaunchConfiguration>> ConfigurationsAsync() =>
        _configurations ??= ReadAsync(autoScaling.ListLaunchConfigurationsAsync(region, cancellationToken));

    /// <summary>Returns the refreshes of a group.</summary>
    public Task<List<RefreshActivity>> ActivitiesAsync(string groupId) => ReadAsync(autoScaling.ListActivitiesAsync(region, groupId, cancellationToken));

    /// <summary>Returns the version of a template that instances are created from; null if it no longer exists.</summary>
    public Task<LaunchTemplateVersionInfo?> DefaultOfAsync(LaunchTemplateInfo template) => client.FindDefaultVersionAsync(region, template, cancellationToken);

    /// <summary>Returns an image by ID; null if there is none.</summary>
    public async Task<Image?> ImageAsync(string imageId)
    {
        if (!_images.TryGetValue(imageId, out var found))
            _images.Add(imageId, found = client.FindImagesAsync(region, [imageId], cancellationToken));
        return (await found).TryGetValue(imageId, out var image) ? image : null;
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list)
            items.Add(item);
        return items;
    }
}
