using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Refuses instances and disks of which no image can be created. Which condition has which code follows from the names of the codes.</summary>
internal static class ImageableInstance
{
    private static readonly Dictionary<string, string> StateCodes = new(StringComparer.Ordinal)
    {
        // The documentation has no code for an instance that is being created.
        [InstanceStates.Pending] = "UnsupportedOperation.InstanceStateStarting",
        [InstanceStates.Starting] = "UnsupportedOperation.InstanceStateStarting",
        [InstanceStates.Stopping] = "UnsupportedOperation.InstanceStateStopping",
        [InstanceStates.Rebooting] = "UnsupportedOperation.InstanceStateRebooting",
        [InstanceStates.Terminating] = "UnsupportedOperation.InstanceStateTerminating",
        [InstanceStates.Shutdown] = "InvalidInstance.NotSupported",
        [InstanceStates.LaunchFailed] = "InvalidInstance.NotSupported",
        [InstanceStates.Freezing] = "UnsupportedOperation.InstanceStateFreezing",
        [InstanceStates.EnterRescueMode] = "UnsupportedOperation.InstanceStateEnterRescueMode",
        [InstanceStates.RescueMode] = "UnsupportedOperation.InstanceStateRescueMode",
        [InstanceStates.ExitRescueMode] = "UnsupportedOperation.InstanceStateExitRescueMode",
        [InstanceStates.EnterServiceLiveMigrate] = "UnsupportedOperation.InstanceStateEnterServiceLiveMigrate",
        [InstanceStates.ServiceLiveMigrate] = "UnsupportedOperation.InstanceStateServiceLiveMigrate",
    };

    /// <summary>Refuses an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="hasDataDisks">True when the image contains data disks.</param>
    /// <param name="context">The request.</param>
    public static void Check(SimulatedInstance instance, bool hasDataDisks, ActionContext context)
    {
        if (StateCodes.TryGetValue(instance.State, out var code))
            throw new ServiceException(code, instance.InstanceId);
        if (instance.State == InstanceStates.Stopped && instance.StopChargingMode == "STOP_CHARGING")
            throw new ServiceException("UnsupportedOperation.StoppedModeStopCharging", instance.InstanceId);
        if (ZoneCatalog.Find(context.Region, instance.Zone, context.Options) is null)
            throw new ServiceException("InvalidZone.MismatchRegion", instance.Zone);
        switch (instance.Condition)
        {
            case InstanceCondition.ReinstallFailed:
                throw new ServiceException("UnsupportedOperation.InstanceReinstallFailed", instance.InstanceId);
            case InstanceCondition.SpecialType:
                throw new ServiceException("UnsupportedOperation.SpecialInstanceType", instance.InstanceType);
            case InstanceCondition.SystemDiskOnly when hasDataDisks:
                throw new ServiceException("UnsupportedOperation.NotSupportInstanceImage", instance.InstanceId);
        }
        if (context.State.Creations.IsCreatingFrom(instance.InstanceId))
        {
            throw new ServiceException(
                context.Options.BusyInstance == BusyInstance.MutexOperation ? "MutexOperation.TaskRunning" : "OperationDenied.InstanceOperationInProgress",
                instance.InstanceId);
        }
    }

    /// <summary>Refuses a disk.</summary>
    public static void Check(SimulatedDisk disk, bool isDataDisk)
    {
        if (isDataDisk && disk.DiskType.StartsWith("LOCAL_", StringComparison.Ordinal))
            throw new ServiceException("InvalidParameter.LocalDataDiskNotSupport", disk.DiskId);
        switch (disk.Condition)
        {
            case DiskCondition.Swap:
                throw new ServiceException("InvalidParameter.SwapDiskNotSupport", disk.DiskId);
            case DiskCondition.InUse:
                throw new ServiceException("ResourceInUse", disk.DiskId);
            case DiskCondition.RollingBack:
                throw new ServiceException("ResourceInUse.DiskRollbacking", disk.DiskId);
            case DiskCondition.RollingBackFast:
                throw new ServiceException("UnsupportedOperation.InvalidDiskFastRollback", disk.DiskId);
            case DiskCondition.OutOfSpecification:
                throw new ServiceException("ResourceInsufficient.CloudDiskUnavailable", disk.DiskId);
        }
        if (disk.Encrypted)
            throw new ServiceException("UnsupportedOperation.EncryptedImagesNotSupported", disk.DiskId);
    }
}
