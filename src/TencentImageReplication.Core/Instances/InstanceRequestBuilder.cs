using System.Net;
using System.Text;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Instances;

/// <summary>Builds RunInstances requests: the settings of the user override those of the like instance.</summary>
internal static class InstanceRequestBuilder
{
    /// <exception cref="RuleViolationException">A resource of the like instance does not exist in the region, or a period is missing.</exception>
    public static RunInstancesRequest Build(LaunchRequest launch)
    {
        var (settings, like) = (launch.Settings, launch.Settings.Like);
        var template = like is null
            ? new RunInstancesRequest()
            : InstanceTemplate.From(like.Instance, RegionRules.IsSame(like.Region, launch.Region));
        var request = template with
        {
            ImageId = launch.ImageId,
            InstanceType = settings.InstanceType ?? template.InstanceType,
            InstanceChargeType = settings.InstanceChargeType ?? template.InstanceChargeType,
            InstanceCount = settings.Count,
            InstanceName = settings.InstanceName ?? (string.IsNullOrEmpty(launch.ImageName) ? null : launch.ImageName),
            InstanceChargePrepaid = settings.PrepaidPeriod is { } months ? new InstanceChargePrepaid { Period = months } : null,
            // A subnet is in one zone.
            Placement = settings.Zone is not null || settings.VpcId is not null ? InZone(template.Placement, settings.Zone) : template.Placement,
            SystemDisk = Disk(settings, template.SystemDisk),
            VirtualPrivateCloud = settings.VpcId is { } vpc ? new VirtualPrivateCloud { VpcId = vpc, SubnetId = settings.SubnetId }
                : settings.Zone is null || settings.Zone == template.Placement?.Zone ? template.VirtualPrivateCloud
                : null,
            SecurityGroupIds = settings.SecurityGroupIds ?? template.SecurityGroupIds,
            InternetAccessible = Internet(settings, template.InternetAccessible),
            LoginSettings = Login(settings) ?? template.LoginSettings,
            HostName = settings.HostName,
            UserData = settings.UserData is { } data ? Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) : null,
            TagSpecification = settings.Tags is { Count: > 0 } tags ? InstanceTemplate.Tags(tags) : template.TagSpecification,
            ClientToken = settings.ClientToken,
            DryRun = settings.DryRun ? true : null,
        };
        var violation = (like is null ? null : LikeInstanceRules.Check(like.Instance, like.Region, request, launch.Region, settings.UseDefaultNetwork))
            ?? LikeInstanceRules.CheckPeriod(request);
        return violation is null ? request : throw new RuleViolationException(violation);
    }

    private static Placement? InZone(Placement? template, string? zone) =>
        zone is null && template?.ProjectId is null ? null : (template ?? new Placement()) with { Zone = zone };

    private static SystemDisk? Disk(LaunchSettings settings, SystemDisk? template) =>
        settings.SystemDiskType is null && settings.SystemDiskSizeGB is null
            ? template
            : (template ?? new SystemDisk()) with
            {
                DiskType = settings.SystemDiskType ?? template?.DiskType,
                DiskSize = settings.SystemDiskSizeGB ?? template?.DiskSize,
            };

    private static InternetAccessible? Internet(LaunchSettings settings, InternetAccessible? template) =>
        settings.InternetMaxBandwidthOut is not { } bandwidth
            ? template
            : (template ?? new InternetAccessible()) with
            {
                InternetMaxBandwidthOut = bandwidth,
                PublicIpAssigned = bandwidth > 0 ? true : null,
            };

    private static LoginSettings? Login(LaunchSettings settings) =>
        settings.Password is null && settings.KeyIds is null && !settings.KeepImageLogin
            ? null
            : new LoginSettings
            {
                Password = settings.Password is { } password ? new NetworkCredential("", password).Password : null,
                KeyIds = settings.KeyIds,
                KeepImageLogin = settings.KeepImageLogin ? "true" : null,
            };
}
