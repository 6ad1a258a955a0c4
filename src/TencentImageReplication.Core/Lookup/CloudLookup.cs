using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Lookup;

/// <summary>
/// Looks up the resources of an account for Tab completion. It never fails: without a response in time it returns earlier results, or
/// nothing.
/// </summary>
/// <param name="memory">The cached lists of the account.</param>
public sealed class CloudLookup(LookupMemory memory)
{
    // The limit for all lookups of one completion. People take two seconds for a hang.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1.5);

    private readonly long _start = memory.Time.GetTimestamp();

    /// <summary>Lists the images of regions.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="imageTypes">The image types, as Tencent names them.</param>
    public IReadOnlyList<InRegion<Image>> Images(IReadOnlyCollection<string> regions, IReadOnlyCollection<string> imageTypes) =>
        Read(
            from region in regions from type in imageTypes select (region, type),
            (region, type, token) => memory.Client.ListImagesAsync(region, [Only("image-type", type)], token));

    /// <summary>Lists the instances of regions.</summary>
    public IReadOnlyList<InRegion<Instance>> Instances(IReadOnlyCollection<string> regions) =>
        Read(regions, (region, token) => memory.Client.ListInstancesAsync(region, filters: null, token));

    /// <summary>Lists the launch templates of regions.</summary>
    public IReadOnlyList<InRegion<LaunchTemplateInfo>> LaunchTemplates(IReadOnlyCollection<string> regions) =>
        Read(regions, memory.Client.ListLaunchTemplatesAsync);

    /// <summary>Lists the scaling groups of regions.</summary>
    public IReadOnlyList<InRegion<AutoScalingGroup>> ScalingGroups(IReadOnlyCollection<string> regions) =>
        Read(regions, memory.AutoScaling.ListGroupsAsync);

    /// <summary>Lists the launch configurations of regions.</summary>
    public IReadOnlyList<InRegion<LaunchConfiguration>> LaunchConfigurations(IReadOnlyCollection<string> regions) =>
        Read(regions, memory.AutoScaling.ListLaunchConfigurationsAsync);

    /// <summary>Lists the zones of regions.</summary>
    public IReadOnlyList<InRegion<ZoneInfo>> Zones(IReadOnlyCollection<string> regions) =>
        Read(regions, (region, token) => Flatten(async () => (await memory.Client.DescribeZonesAsync(region, token)).ZoneSet));

    /// <summary>Lists the accounts that images are shared with, in whichever of the regions the images are.</summary>
    public IReadOnlyList<InRegion<SharePermission>> Shares(IReadOnlyCollection<string> regions, IReadOnlyCollection<string> imageIds) =>
        Read(
            from region in regions from imageId in imageIds select (region, imageId),
            (region, imageId, token) => Flatten(() => memory.Client.ListSharePermissionsAsync(region, imageId, token)));

    /// <summary>Lists the instance types that the zones of regions offer under a charge type, sold out or not.</summary>
    public IReadOnlyList<InRegion<InstanceTypeQuotaItem>> InstanceTypes(IReadOnlyCollection<string> regions, string chargeType) =>
        Read(
            regions.Select(region => (region, chargeType)),
            (region, charge, token) => Flatten(async () => (await memory.Client.DescribeZoneInstanceConfigInfosAsync(
                region, [Only("instance-charge-type", charge)], token)).InstanceTypeQuotaSet));

    private IReadOnlyList<InRegion<T>> Read<T>(
        IReadOnlyCollection<string> regions, Func<string, CancellationToken, IAsyncEnumerable<T>> list) =>
        Read(regions.Select(region => (region, "")), (region, _, token) => list(region, token));

    // The prompt waits on this thread. The work runs on others, so that the wait can end before it.
    private IReadOnlyList<InRegion<T>> Read<T>(
        IEnumerable<(string Region, string Detail)> lists,
        Func<string, string, CancellationToken, IAsyncEnumerable<T>> list) =>
        memory.Threads.Run(async () =>
        {
            using var limit = memory.Time.CancelAfter(TimeLeft());
            var read = await Task.WhenAll(lists.Distinct().Select(ReadOneAsync));
            return (IReadOnlyList<InRegion<T>>)[.. read.SelectMany(items => items)];

            async Task<IEnumerable<InRegion<T>>> ReadOneAsync((string Region, string Detail) of)
            {
                var items = await memory.Of<T>().ReadAsync(
                    $"{of.Region} {of.Detail}", token => list(of.Region, of.Detail, token), limit.Token);
                return items.Select(item => new InRegion<T>(of.Region, item));
            }
        });

    private TimeSpan TimeLeft()
    {
        var left = MaxWait - memory.Time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static async IAsyncEnumerable<T> Flatten<T>(Func<Task<IReadOnlyList<T>>> read)
    {
        foreach (var item in await read())
            yield return item;
    }

    private static Filter Only(string name, string value) => new() { Name = name, Values = [value] };
}
