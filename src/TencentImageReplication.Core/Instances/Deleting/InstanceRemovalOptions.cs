namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>Options for deleting instances.</summary>
public sealed class InstanceRemovalOptions
{
    /// <summary>True to delete prepaid instances too.</summary>
    public bool IncludePrepaid { get; init; }

    /// <summary>Asks for confirmation, for one instance at a time, in order.</summary>
    public required Func<InstanceRemovalPlan, Task<bool>> ConfirmAsync { get; init; }
}
