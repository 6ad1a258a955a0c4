using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator;

/// <summary>Creates a running instance with the defaults of the service.</summary>
internal static class InstanceDraft
{
    private const string DefaultType = "S5.MEDIUM4";
    private const string DiskType = "CLOUD_PREMIUM";

    public static SimulatedInstance Create(IdSource ids, string accountId, SimulatedImage image, Zone zone, string typeName, DateTimeOffset now)
    {
        var type = InstanceTypeCatalog.Find(typeName.Length > 0 ? typeName : DefaultType);
        var network = CloudState.DefaultNetwork(accountId, zone.Region.Id, zone.Id);
        var data = image.Snapshots.Where(snapshot => snapshot.DiskUsage == "DATA_DISK");
        return new SimulatedInstance
        {
            InstanceId = ids.Resource("ins"),
            InstanceName = image.ImageName,
            AccountId = accountId,
            Region = zone.Region.Id,
            Zone = zone.Id,
            InstanceType = type.Name,
            ImageId = image.ImageId,
            State = InstanceStates.Running,
            Cpu = type.Cpu,
            MemoryGB = type.MemoryGB,
            OsName = image.OsName,
            IsWindows = image.IsWindows,
            HasAutomationAgent = image.AccountId.Length == 0,
            ChargeType = ChargeTypes.Hourly,
            CreatedTime = now,
            SystemDisk = new SimulatedDisk(ids.Resource("disk"), DiskType, image.SizeGB, Encrypted: image.Encrypted),
            DataDisks = [.. data.Select(snapshot => new SimulatedDisk(ids.Resource("disk"), DiskType, snapshot.DiskSizeGB, snapshot.SnapshotId))],
            Network = network,
            SecurityGroupIds = [network.SecurityGroupId],
            PrivateIpAddress = FormattableString.Invariant($"172.16.{ids.Number(256)}.{2 + ids.Number(250)}"),
            InternetChargeType = "TRAFFIC_POSTPAID_BY_HOUR",
            Uuid = ids.Uuid(),
            RequestId = ids.Uuid(),
        };
    }
}
