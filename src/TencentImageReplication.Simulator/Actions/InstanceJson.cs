using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes an instance as <c>DescribeInstances</c> returns it.</summary>
internal static class InstanceJson
{
    public static JsonObject Write(SimulatedInstance instance, ActionContext context) => new()
    {
        ["Placement"] = new JsonObject { ["Zone"] = instance.Zone, ["ProjectId"] = instance.ProjectId },
        ["InstanceId"] = instance.InstanceId,
        ["InstanceType"] = instance.InstanceType,
        ["CPU"] = instance.Cpu,
        ["Memory"] = instance.MemoryGB,
        ["RestrictState"] = "NORMAL",
        ["InstanceName"] = instance.InstanceName,
        ["InstanceChargeType"] = instance.ChargeType,
        ["SystemDisk"] = SystemDisk(instance.SystemDisk),
        ["DataDisks"] = Json.List(instance.DataDisks, DataDisk),
        ["PrivateIpAddresses"] = Json.Texts([instance.PrivateIpAddress]),
        ["PublicIpAddresses"] = instance.PublicIpAddress is { } address ? Json.Texts([address]) : null,
        ["InternetAccessible"] = new JsonObject
        {
            ["InternetChargeType"] = instance.InternetChargeType,
            ["InternetMaxBandwidthOut"] = instance.InternetMaxBandwidthOut,
        },
        ["VirtualPrivateCloud"] = new JsonObject
        {
            ["VpcId"] = instance.Network.VpcId,
            ["SubnetId"] = instance.Network.SubnetId,
            ["AsVpcGateway"] = false,
        },
        ["ImageId"] = instance.ImageId,
        ["RenewFlag"] = instance.RenewFlag,
        ["CreatedTime"] = context.Text(instance.CreatedTime),
        ["ExpiredTime"] = instance.ExpiredTime is { } expired ? context.Text(expired) : null,
        ["OsName"] = instance.OsName,
        ["SecurityGroupIds"] = Json.Texts(instance.SecurityGroupIds),
        ["LoginSettings"] = new JsonObject { ["KeyIds"] = instance.KeyIds.Count > 0 ? Json.Texts(instance.KeyIds) : null },
        ["InstanceState"] = instance.State,
        ["Tags"] = Json.Tags(instance.Tags),
        ["StopChargingMode"] = instance.StopChargingMode,
        ["Uuid"] = instance.Uuid,
        ["LatestOperation"] = instance.LatestOperation,
        ["LatestOperationState"] = instance.State switch
        {
            InstanceStates.Pending or InstanceStates.Stopping or InstanceStates.Rebooting or InstanceStates.Terminating => "OPERATING",
            InstanceStates.LaunchFailed => "FAILED",
            _ => "SUCCESS",
        },
        ["LatestOperationRequestId"] = instance.RequestId,
        ["LatestOperationErrorMsg"] = instance.State == InstanceStates.LaunchFailed ? "The instance could not be started." : null,
        ["DisasterRecoverGroupId"] = "",
        ["DisasterRecoverGroupIds"] = new JsonArray(),
        ["IPv6Addresses"] = null,
        ["PublicIPv6Addresses"] = new JsonArray(),
        ["CamRoleName"] = instance.CamRoleName,
        ["HpcClusterId"] = "",
        ["RdmaIpAddresses"] = null,
        ["DedicatedClusterId"] = "",
        ["IsolatedSource"] = "NOTISOLATED",
        ["LicenseType"] = "TencentCloud",
        ["DisableApiTermination"] = instance.DisableApiTermination,
        ["DefaultLoginUser"] = instance.IsWindows ? "Administrator" : "root",
        ["DefaultLoginPort"] = instance.IsWindows ? 3389 : 22,
    };

    private static JsonObject SystemDisk(SimulatedDisk disk) => new()
    {
        ["DiskType"] = disk.DiskType,
        ["DiskId"] = disk.DiskId,
        ["DiskSize"] = disk.SizeGB,
        ["CdcId"] = null,
        ["Encrypt"] = disk.Encrypted,
    };

    private static JsonObject DataDisk(SimulatedDisk disk) => new()
    {
        ["DiskSize"] = disk.SizeGB,
        ["DiskType"] = disk.DiskType,
        ["DiskId"] = disk.DiskId,
        ["DeleteWithInstance"] = disk.DeleteWithInstance,
        ["SnapshotId"] = disk.SnapshotId ?? "",
        ["Encrypt"] = disk.Encrypted,
        ["KmsKeyId"] = null,
        ["ThroughputPerformance"] = 0,
        ["CdcId"] = null,
        ["BurstPerformance"] = false,
    };
}
