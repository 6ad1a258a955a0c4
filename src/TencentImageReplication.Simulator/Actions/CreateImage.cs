using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Creates a custom image from an instance or from snapshots.</summary>
internal sealed class CreateImage : IApiAction
{
    private const int MaxDisks = 21;

    public string Name => nameof(CreateImage);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        if (parameters.Text("ImageName").Length == 0)
            throw new ServiceException("MissingParameter", "ImageName");
        ImageTexts.Check(parameters);
        foreach (var list in new[] { "DataDiskIds", "SnapshotIds" })
            CheckCount(parameters.Texts(list), list);
        var tags = TagRules.Read(parameters, "image");
        UnknownTagKeys.Check(tags.Select(tag => tag.Key), context);
        foreach (var flag in new[] { "ForcePoweroff", "Sysprep" })
            CheckFlag(parameters.Text(flag), flag);
        var instanceId = parameters.Text("InstanceId");
        var image = Draft(instanceId, context) with
        {
            ImageName = parameters.Text("ImageName"),
            Description = parameters.Text("ImageDescription"),
            Family = parameters.Text("ImageFamily"),
            Tags = tags,
        };
        OwnImage.CheckNameIsFree(image.ImageName, "", context);
        if (context.State.Images.Owned(context.Region, context.AccountId).Count() >= ImageQuota.In(context.Region, context.Options))
            throw new ServiceException("ImageQuotaLimitExceeded", context.Region);
        if (!context.Account.HasBalance)
            throw new ServiceException("InvalidAccount.InsufficientBalance");
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        image = image with { ImageId = context.State.Ids.Resource("img"), Snapshots = Snapshots(image, instanceId, context) };
        context.State.Creations.Start(image, instanceId, context.Now, context.Options);
        return new JsonObject { ["ImageId"] = image.ImageId };
    }

    // The code is documented, the number is that of the disks of an instance (inferred).
    private static void CheckCount(IReadOnlyList<string> ids, string parameter)
    {
        if (ids.Count > MaxDisks)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", parameter);
    }

    private static void CheckFlag(string text, string parameter)
    {
        if (text.Length > 0 && !bool.TryParse(text, out _))
            throw new ServiceException("InvalidParameterValue", parameter);
    }

    private static SimulatedImage Draft(string instanceId, ActionContext context)
    {
        var snapshotIds = context.Parameters.Texts("SnapshotIds");
        return (instanceId.Length > 0, snapshotIds.Count > 0) switch
        {
            (true, true) => throw new ServiceException("InvalidParameterConflict", "InstanceId, SnapshotIds"),
            (false, false) => throw new ServiceException("InvalidParameter.SpecifyOneParameter", "InstanceId, SnapshotIds"),
            (true, false) => OfInstance(instanceId, context),
            _ => OfSnapshots(snapshotIds, context),
        };
    }

    private static SimulatedImage OfInstance(string id, ActionContext context)
    {
        if (!IdFormat.Fits("ins", id))
            throw new ServiceException("InvalidInstanceId.NotFound", id);
        var instance = context.State.Instances.Owned(context.Region, context.AccountId).FirstOrDefault(known => known.InstanceId == id)
            ?? throw new ServiceException("InvalidInstanceId.NotFound", id);
        var dataDisks = DataDisks(instance, context.Parameters.Texts("DataDiskIds")).ToList();
        ImageableInstance.Check(instance, dataDisks.Count > 0, context);
        ImageableInstance.Check(instance.SystemDisk, isDataDisk: false);
        foreach (var disk in dataDisks)
            ImageableInstance.Check(disk, isDataDisk: true);
        var origin = context.State.Images.Find(instance.ImageId);
        return New(context) with
        {
            OsName = instance.OsName,
            Platform = origin?.Platform ?? instance.OsName.Split(' ')[0],
            Architecture = InstanceTypeCatalog.Find(instance.InstanceType).Architecture,
            LicenseType = origin?.LicenseType ?? "TencentCloud",
            SupportsCloudInit = origin?.SupportsCloudInit ?? !instance.IsWindows,
            SizeGB = instance.SystemDisk.SizeGB,
        };
    }

    private static IEnumerable<SimulatedDisk> DataDisks(SimulatedInstance instance, IReadOnlyList<string> ids)
    {
        if (ids.Contains(instance.SystemDisk.DiskId))
            throw new ServiceException("InvalidParameter.DataDiskIdContainsRootDisk", instance.SystemDisk.DiskId);
        return ids.Distinct(StringComparer.Ordinal).Select(id => instance.DataDisks.FirstOrDefault(disk => disk.DiskId == id)
            ?? throw new ServiceException("InvalidParameter.DataDiskNotBelongSpecifiedInstance", id));
    }

    private static SimulatedImage OfSnapshots(IReadOnlyList<string> ids, ActionContext context)
    {
        if (context.Parameters.HasContent("DataDiskIds"))
            throw new ServiceException("InvalidParameter.InvalidDependence", "DataDiskIds");
        var known = context.State.Snapshots.Owned(context.Region, context.AccountId).ToList();
        var snapshots = new List<(SimulatedSnapshot Snapshot, SimulatedImage From)>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var index = known.FindIndex(snapshot => snapshot.Snapshot.SnapshotId == id);
            snapshots.Add(index >= 0 ? known[index] : throw new ServiceException("InvalidParameter.SnapshotNotFound", id));
        }

        var systems = snapshots.FindAll(snapshot => snapshot.Snapshot.DiskUsage == "SYSTEM_DISK");
        if (systems.Count != 1)
            throw new ServiceException(systems.Count == 0 ? "InvalidParameter.SystemSnapshotNotFound" : "InvalidParameter.DuplicateSystemSnapshots");
        var from = systems[0].From;
        if (from.State == ImageStates.Creating)
            throw new ServiceException("ResourceUnavailable.SnapshotCreating", systems[0].Snapshot.SnapshotId);
        if (from.Kind == ImageKind.InstanceImage)
            throw new ServiceException("InvalidParameter.InstanceImageNotSupport", from.ImageId);
        if (from.Encrypted)
            throw new ServiceException("UnsupportedOperation.EncryptedImagesNotSupported", systems[0].Snapshot.SnapshotId);
        return New(context) with
        {
            OsName = from.OsName,
            Platform = from.Platform,
            Architecture = from.Architecture,
            LicenseType = from.LicenseType,
            SupportsCloudInit = from.SupportsCloudInit,
            SizeGB = systems[0].Snapshot.DiskSizeGB,
            Snapshots = [.. snapshots.Select(snapshot => snapshot.Snapshot)],
        };
    }

    private static SimulatedImage New(ActionContext context) => new()
    {
        ImageName = "",
        Region = context.Region,
        AccountId = context.AccountId,
        CreatedTime = context.Now,
    };

    /// <summary>Returns the snapshots of an image: those that it is created from, or new ones of the disks of the instance.</summary>
    private static IReadOnlyList<SimulatedSnapshot> Snapshots(SimulatedImage image, string instanceId, ActionContext context)
    {
        if (instanceId.Length == 0)
            return image.Snapshots;
        var instance = context.State.Instances.Owned(context.Region, context.AccountId).First(known => known.InstanceId == instanceId);
        return
        [
            new(context.State.Ids.Resource("snap"), "SYSTEM_DISK", instance.SystemDisk.SizeGB),
            .. DataDisks(instance, context.Parameters.Texts("DataDiskIds"))
                .Select(disk => new SimulatedSnapshot(context.State.Ids.Resource("snap"), "DATA_DISK", disk.SizeGB)),
        ];
    }
}
