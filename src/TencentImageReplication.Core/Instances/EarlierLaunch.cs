using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Instances;

/// <summary>Recognizes launches whose instances an earlier request created: the service returns them again for the same token.</summary>
internal static class EarlierLaunch
{
    /// <summary>Returns true if an earlier request created an instance.</summary>
    /// <param name="launch">The launch.</param>
    /// <param name="instance">An instance of it.</param>
    public static bool Created(InstanceLaunch launch, Instance instance)
    {
        if (instance.LatestOperation == nameof(CvmActions.RunInstances) && instance.LatestOperationRequestId == launch.RequestId)
            return false;
        // Another request, or an attempt of this one whose response was lost.
        if (instance.LatestOperationRequestId is { Length: > 0 } && launch.Attempts == 1)
            return true;
        // The service returns times in seconds.
        return instance.CreatedTime < launch.SentAt.AddTicks(-(launch.SentAt.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Returns true if an instance is deleted or being deleted.</summary>
    public static bool IsGone(Instance instance) => InstanceStates.IsDeleted(instance.InstanceState);
}
