using TencentImageReplication.Core.Cvm.Actions;
using TencentImageReplication.Core.Cvm.Models;

namespace TencentImageReplication.Core.Replication;

/// <summary>What of an instance can be asked for again in another region.</summary>
public static class InstanceTemplate
{
    /// <summary>
    /// A request for an instance of the same type, disks, bandwidth, charge type and tags. Subnet, key pairs, security
    /// groups and the zone exist in one region only and are left out.
    /// </summary>
    public static RunInstancesRequest From(Instance instance) => new()
    {
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

    /// <summary>Tags for the instances of a request; null when there are none.</summary>
    public static IReadOnlyList<TagSpecification>? Tags(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? null : [new TagSpecification { ResourceType = "instance", Tags = tags }];
}
