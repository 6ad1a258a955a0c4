using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>An instance that is about to be deleted, for a person to confirm.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Region">The region it is in.</param>
public sealed record InstanceRemovalPlan(Instance Instance, string Region)
{
    /// <summary>True for a prepaid instance that is not in the recycle bin yet: this request moves it there.</summary>
    public bool MovesToRecycleBin => IsPrepaid && !IsRecycled;

    /// <summary>True for a prepaid instance in the recycle bin: this request deletes it permanently.</summary>
    public bool IsSecondRequest => IsPrepaid && IsRecycled;

    internal bool IsPrepaid => InstanceRemovalRules.IsPrepaid(Instance);

    private bool IsRecycled => Instance.InstanceState == InstanceStates.Shutdown;
}
