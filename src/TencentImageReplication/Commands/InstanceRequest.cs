using System.Net;
using System.Text;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Commands;

/// <summary>Creates the request of New-TccInstanceFromImage: the parameters override the values of -LikeInstanceId.</summary>
internal static class InstanceRequest
{
    internal static RunInstancesRequest Build(NewTccInstanceFromImageCommand command, RunInstancesRequest template) => template with
    {
        ImageId = command.ImageId,
        InstanceType = command.InstanceType ?? template.InstanceType,
        InstanceChargeType = command.InstanceChargeType ?? template.InstanceChargeType,
        InstanceCount = command.Count,
        InstanceName = command.InstanceName ?? command.ImageName,
        InstanceChargePrepaid = command.PrepaidPeriod > 0 ? new InstanceChargePrepaid { Period = command.PrepaidPeriod } : null,
        // A subnet is in one zone.
        Placement = command.Zone is { } zone ? new Placement { Zone = zone } : command.VpcId is null ? template.Placement : null,
        SystemDisk = Disk(command, template.SystemDisk),
        VirtualPrivateCloud = command.VpcId is { } vpc ? new VirtualPrivateCloud { VpcId = vpc, SubnetId = command.SubnetId }
            : command.Zone is null || command.Zone == template.Placement?.Zone ? template.VirtualPrivateCloud
            : null,
        SecurityGroupIds = command.SecurityGroupId ?? template.SecurityGroupIds,
        InternetAccessible = Internet(command, template.InternetAccessible),
        LoginSettings = Login(command) ?? template.LoginSettings,
        HostName = command.HostName,
        UserData = command.UserData is { } data ? Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) : null,
        TagSpecification = command.Tag is { Count: > 0 } tags ? InstanceTemplate.Tags(TagConversion.ToModel(tags)) : template.TagSpecification,
        ClientToken = command.ClientToken,
        DryRun = command.DryRun ? true : null,
    };

    private static SystemDisk? Disk(NewTccInstanceFromImageCommand command, SystemDisk? template)
    {
        if (command.SystemDiskType is null && command.SystemDiskSizeGB == 0)
            return template;
        return (template ?? new SystemDisk()) with
        {
            DiskType = command.SystemDiskType ?? template?.DiskType,
            DiskSize = command.SystemDiskSizeGB > 0 ? command.SystemDiskSizeGB : template?.DiskSize,
        };
    }

    private static InternetAccessible? Internet(NewTccInstanceFromImageCommand command, InternetAccessible? template)
    {
        if (!command.MyInvocation.BoundParameters.ContainsKey(nameof(command.InternetMaxBandwidthOut)))
            return template;
        return (template ?? new InternetAccessible()) with
        {
            InternetMaxBandwidthOut = command.InternetMaxBandwidthOut,
            PublicIpAssigned = command.InternetMaxBandwidthOut > 0 ? true : null,
        };
    }

    private static LoginSettings? Login(NewTccInstanceFromImageCommand command)
    {
        if (command.Password is null && command.KeyId is null && !command.KeepImageLogin)
            return null;
        return new LoginSettings
        {
            Password = command.Password is { } password ? new NetworkCredential("", password).Password : null,
            KeyIds = command.KeyId,
            KeepImageLogin = command.KeepImageLogin ? "true" : null,
        };
    }
}
