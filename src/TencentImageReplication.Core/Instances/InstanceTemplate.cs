using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Instances;

/// <summary>Creates requests for instances like an existing one.</summary>
public static class InstanceTemplate
{
    /// <summary>
    /// Creates a request for an instance of the same type, disks, bandwidth, charge type and tags. In the same region it also has the
    /// same zone, subnet, key pairs and security groups, which exist in one region only.
    /// </summary>
    /// <param name="instance">The instance to use as the example.</param>
    /// <param name="isSameRegion">True when the new instance will be in the same region.</param>
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

    /// <summary>Removes the data disks that the image already contains. Otherwise the new instance would have them twice.</summary>
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

    /// <summary>Creates the tags for the instances of a request; null when there are none.</summary>
    public static IReadOnlyList<TagSpecification>? Tags(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? null : [new TagSpecification { ResourceType = "instance", Tags = tags }];
}
