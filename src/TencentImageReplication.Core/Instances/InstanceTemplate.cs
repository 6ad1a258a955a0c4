using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Instances;

/// <summary>Creates requests for instances like an existing one.</summary>
public static class InstanceTemplate
{
    /// <summary>
    /// Creates a request for an instance of the same type, disks, bandwidth, charge type, project, role, protection and tags. In the same
    /// region it also has the same zone, subnet, key pairs, security groups and encryption keys, which exist in one region only.
    /// </summary>
    /// <param name="instance">The instance to use as the example.</param>
    /// <param name="isSameRegion">True when the new instance will be in the same region.</param>
    public static RunInstancesRequest From(Instance instance, bool isSameRegion) => new()
    {
        // A subnet is in one zone.
        Placement = PlacementOf(instance.Placement, isSameRegion),
        VirtualPrivateCloud = isSameRegion && instance.VirtualPrivateCloud is { } network
            ? new VirtualPrivateCloud { VpcId = network.VpcId, SubnetId = network.SubnetId }
            : null,
        SecurityGroupIds = isSameRegion && instance.SecurityGroupIds.Count > 0 ? instance.SecurityGroupIds : null,
        LoginSettings = isSameRegion && instance.LoginSettings?.KeyIds is { Count: > 0 } keys ? new LoginSettings { KeyIds = keys } : null,
        InstanceType = instance.InstanceType,
        InstanceChargeType = instance.InstanceChargeType,
        SystemDisk = instance.SystemDisk is { } disk
            ? new SystemDisk
            {
                DiskType = disk.DiskType,
                DiskSize = disk.DiskSize,
                // A value that the service did not return is not sent: the international site does not know these fields.
                Encrypt = disk.Encrypt == true ? true : null,
                KmsKeyId = KeyOf(disk.Encrypt, disk.KmsKeyId, isSameRegion),
            }
            : null,
        DataDisks = instance.DataDisks.Count == 0
            ? null
            : [.. instance.DataDisks.Select(data => new DataDisk
            {
                DiskType = data.DiskType,
                DiskSize = data.DiskSize,
                DeleteWithInstance = data.DeleteWithInstance,
                Encrypt = data.Encrypt == true ? true : null,
                KmsKeyId = KeyOf(data.Encrypt, data.KmsKeyId, isSameRegion),
            })],
        CamRoleName = NonEmpty(instance.CamRoleName),
        DisableApiTermination = instance.DisableApiTermination == true ? true : null,
        InternetAccessible = instance.InternetAccessible is { } internet
            ? new InternetAccessible
            {
                InternetChargeType = internet.InternetChargeType,
                InternetMaxBandwidthOut = internet.InternetMaxBandwidthOut,
                // With a bandwidth above 0, the service would assign a public address by default.
                PublicIpAssigned = instance.PublicIpAddresses.Count > 0 ? true
                    : internet.InternetMaxBandwidthOut > 0 ? false
                    : null,
            }
            : null,
        TagSpecification = Tags(instance.Tags),
    };

    /// <summary>Returns the properties of an instance that a request like it does not have, for users.</summary>
    /// <param name="instance">The instance that serves as the example.</param>
    /// <param name="isSameRegion">True when the new instance will be in the same region.</param>
    public static IReadOnlyList<string> NotCarried(Instance instance, bool isSameRegion)
    {
        // Not the host name and the user data: the service does not return them.
        var properties = new List<string>();
        if (!isSameRegion && (KeyOf(instance.SystemDisk?.Encrypt, instance.SystemDisk?.KmsKeyId, true) is not null
            || instance.DataDisks.Any(disk => KeyOf(disk.Encrypt, disk.KmsKeyId, true) is not null)))
        {
            properties.Add(Localized.Text("KMS key", "KMS 密钥"));
        }

        if (instance.DisasterRecoverGroupIds.Count > 0 || NonEmpty(instance.DisasterRecoverGroupId) is not null)
            properties.Add(Localized.Text("placement group", "置放群组"));
        return properties;
    }

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

    private static Placement? PlacementOf(Placement? placement, bool isSameRegion)
    {
        var zone = isSameRegion ? NonEmpty(placement?.Zone) : null;
        return zone is null && placement?.ProjectId is null or 0 ? null : new Placement { Zone = zone, ProjectId = placement?.ProjectId };
    }

    // The keys of the Key Management Service belong to a region.
    private static string? KeyOf(bool? encrypt, string? kmsKeyId, bool isSameRegion) => encrypt == true && isSameRegion ? NonEmpty(kmsKeyId) : null;

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Creates the tags for the instances of a request; null when there are none.</summary>
    public static IReadOnlyList<TagSpecification>? Tags(IReadOnlyList<Tag> tags) =>
        tags.Count == 0 ? null : [new TagSpecification { ResourceType = "instance", Tags = tags }];
}
