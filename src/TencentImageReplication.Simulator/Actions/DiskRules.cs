using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The disks of new instances.</summary>
/// <param name="System">The system disk, without an ID.</param>
/// <param name="Data">The data disks, without IDs: those of the image, then those of the request.</param>
internal sealed record DiskRules(SimulatedDisk System, IReadOnlyList<SimulatedDisk> Data)
{
    private const string DefaultType = "CLOUD_PREMIUM";
    private const string InvalidSize = "ResourceInsufficient.CloudDiskUnavailable";
    private const int DefaultSizeGB = 50;
    private const int MaxSystemGB = 2048;
    private const int MaxDataGB = 32000;
    private const int DataStepGB = 10;
    private const int MinimumSsdDataGB = 100;
    private const int MaxDataDisks = 21;
    private static readonly string[] Types = [DefaultType, "CLOUD_SSD", "CLOUD_BSSD", "CLOUD_HSSD", "CLOUD_TSSD"];

    public static DiskRules Read(Parameters parameters, SimulatedImage image, ActionContext context)
    {
        var system = ReadSystem(parameters.Object("SystemDisk"), image);
        var asked = parameters.Objects("DataDisks");
        var fromImage = image.Snapshots.Where(snapshot => snapshot.DiskUsage == "DATA_DISK")
            .Select(snapshot => new SimulatedDisk("", system.DiskType, snapshot.DiskSizeGB, snapshot.SnapshotId));
        List<SimulatedDisk> data = [.. fromImage, .. asked.Where(disk => disk.Number("DiskSize", 0) != 0).Select(disk => ReadData(disk, context))];
        if (data.Count > MaxDataDisks)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "DataDisks");
        return new DiskRules(system, data);
    }

    private static SimulatedDisk ReadSystem(Parameters? given, SimulatedImage image)
    {
        var least = Math.Max(image.SizeGB, 20);
        if (given is not { } disk)
            return new SimulatedDisk("", DefaultType, Math.Max(least, DefaultSizeGB), Encrypted: image.Encrypted);
        var type = Type(disk, "SystemDisk");
        var size = disk.Number("DiskSize", Math.Max(least, DefaultSizeGB));
        if (size < least || size > MaxSystemGB)
            throw new ServiceException(InvalidSize, "SystemDisk.DiskSize");
        return new SimulatedDisk("", type, (int)size, Encrypted: image.Encrypted || disk.Flag("Encrypt"));
    }

    private static SimulatedDisk ReadData(Parameters disk, ActionContext context)
    {
        var type = Type(disk, "DataDisks");
        var size = disk.Number("DiskSize", 0);
        if (size is < DataStepGB or > MaxDataGB || size % DataStepGB != 0)
            throw new ServiceException(InvalidSize, "DataDisks.DiskSize");
        if (type == "CLOUD_SSD" && size < MinimumSsdDataGB)
            throw new ServiceException("InvalidParameterValue.CloudSsdDataDiskSizeTooSmall", "DataDisks.DiskSize");
        var snapshotId = disk.Text("SnapshotId");
        CheckSnapshot(snapshotId, size, context);
        return new SimulatedDisk(
            "", type, (int)size, snapshotId.Length > 0 ? snapshotId : null, disk.Flag("DeleteWithInstance", absent: true), disk.Flag("Encrypt"));
    }

    private static string Type(Parameters disk, string path)
    {
        var type = disk.Text("DiskType", DefaultType);
        // Basic cloud disks are no longer sold.
        if (type == "CLOUD_BASIC")
            throw new ServiceException("ResourceInsufficient.CloudDiskSoldOut", $"{path}.DiskType");
        if (type is "LOCAL_BASIC" or "LOCAL_SSD" or "LOCAL_NVME" or "LOCAL_PRO")
            throw new ServiceException("UnsupportedOperation.InvalidDisk", $"{path}.DiskType");
        return Types.Contains(type) ? type : throw new ServiceException("InvalidParameterValue", $"{path}.DiskType");
    }

    private static void CheckSnapshot(string id, long sizeGB, ActionContext context)
    {
        if (id.Length == 0)
            return;
        if (!IdFormat.Fits("snap", id))
            throw new ServiceException("InvalidParameterValue.SnapshotIdMalformed", id);
        var snapshot = context.State.Snapshots.Owned(context.Region, context.AccountId).Select(known => known.Snapshot)
            .FirstOrDefault(known => known.SnapshotId == id) ?? throw new ServiceException("InvalidParameter.SnapshotNotFound", id);
        if (snapshot.DiskSizeGB > sizeGB)
            throw new ServiceException("FailedOperation.SnapshotSizeLargerThanDataSize", id);
    }
}
