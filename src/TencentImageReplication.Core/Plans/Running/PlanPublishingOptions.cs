using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core.Plans.Running;

/// <summary>Options for publishing images as a part of a run.</summary>
public sealed record PlanPublishingOptions
{
    /// <summary>Asks for confirmation of a target; called for one target at a time, before anything of its family changes.</summary>
    public required Func<RolloutStep, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>Asks for confirmation of a test; called for one test at a time.</summary>
    public required Func<BootTestPlan, Task<bool>> ConfirmTestAsync { get; init; }

    /// <summary>Receives the row of each target, with that of its image; called from any thread.</summary>
    public required Action<PlanRow, Publication> Emit { get; init; }

    /// <summary>Receives each test before its instance is created; called from any thread.</summary>
    public Action<BootTestRequest>? StartingTest { get; init; }

    /// <summary>Receives the result of each test, with the row of its image; called from any thread.</summary>
    public required Action<PlanRow, BootTestResult> EmitTest { get; init; }

    /// <summary>Receives the progress of refreshes; called from any thread.</summary>
    public Action<RefreshReport>? Report { get; init; }
}
