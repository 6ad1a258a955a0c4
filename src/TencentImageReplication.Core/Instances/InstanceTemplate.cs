using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Instances;

/// <summary>What of an instance can be asked for again in another region.</summary>
public static class InstanceTemplate
{
    /// <summary>
    /// A request for an instance of the same type, disks, bandwidth, charge type and tags; in the same region also in the same
    /// subnet, with the same key pairs and security groups, and so in the same zone: these exist in one region only.
    /// </summary>
    /// <param name="instance">The instance to take as the example.</param>
    /// <param name="isSameRegion">Whether the new one will be in its region.</param>
    public static RunInstancesRequest From(Instance instance, bool isSameRegion) => new()
    {
        // A subnet is in one zone.
        Placement = isSameRegion && instance.Placement?.Zone is { Length: > 0 } zone ? new Placement { Zone = zone } : null,
        VirtualPrivateCloud = isSameRegion && instance.VirtualPrivateCloud is { } network
            ? new VirtualPrivateCloud { VpcId = network.VpcId, SubnetId = network.SubnetId }
            : null,
        SecurityGroupIds = isSameRegion && instance.SecurityGroupIds.Count > 0 ? instance.SecurityGroupIds : null,
        LoginSettings = isSameRegion && instance.LoginSettings?.KeyIds is { Count: > 0 } keys ? new LoginSettings { KeyIds = keys } : null,
        InstanceType = instance.InstanceType,
        InstanceChargeType = instance.InstanceChargeType,
        SystemDisk = instance.SystemDisk is { } disk ? new SystemDisk { DiskType = disk.DiskType, DiskSize = disk.DiskSize } : null,
        DataDisks = instance.DataDisks.Count == 0
            ? null
            : [.. instance.DataDisks.Select(data => new DataDisk { DiskType = data.DiskType, DiskSize = data.DiskSize })],
        InternetAccessible = instance.InternetAccessible is { } internet
            ? new InternetAccessible
            {
                InternetChargeType = internet.InternetChargeType,
                InternetMaxBandwidthOut = internet.InternetMaxBandwidthOut,
                PublicIpAssigned = instance.PublicIpAddresses.Count > 0 ? true : null,
            }
            : null,
        TagSpecification = Tags(instance.Tags),
    };

    /// <summary>The request without the data disks that come with the image anyway: a machine that was made of one has them twice else.</summary>
    public static RunInstancesRequest WithoutDisksOf(Image image, RunInstancesRequest request)
    {
        var disks = request.DataDisks?.ToList() ?? [];
        foreach (var snapshot in image.SnapshotSet.Where(snapshot => snapshot.DiskUsage == "DATA_DISK"))
        {
            if (disks.FindIndex(disk => disk.DiskSize == snapshot.DiskSize) is var index and >= 0)
                disks.RemoveAt(index);
        }

        return disks.Count == (request.DataDisks?.Count ?? 0) ? request : request with { DataDisks = disks.Count == 0 ? null : disks };
    }

    /// <summary>Tags for the instances of a request; null when there are none.</summary>
    public static IReadOnlyList<TagSpecification>? Tags(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? null : [new TagSpecification { ResourceType = "instance", Tags = tags }];
}
