using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;

namespace TencentImageReplication.Core.Plans.Running;

/// <summary>Options for bringing images to the state that a plan wants.</summary>
public sealed record PlanSyncOptions
{
    /// <summary>The default of <see cref="MaxRemovals"/>.</summary>
    public const int DefaultMaxRemovals = 10;

    /// <summary>True to delete the copies that retention does not keep.</summary>
    public bool Prune { get; init; }

    /// <summary>The maximum number of copies to delete. If there are more, none is deleted.</summary>
    public int MaxRemovals { get; init; } = DefaultMaxRemovals;

    /// <summary>True when <see cref="ConfirmAsync"/> only shows the steps and refuses them.</summary>
    public bool WhatIf { get; init; }

    /// <summary>The maximum wait for each copy.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pause between two polls; null adapts it to the remaining time.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>The number of images of a region that are copied at the same time.</summary>
    public int ThrottleLimit { get; init; } = ImageCopyOptions.DefaultThrottleLimit;

    /// <summary>Asks for confirmation of a step; called for one step at a time.</summary>
    public required Func<PlanStep, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>Receives each row when its result is known; called from any thread.</summary>
    public required Action<PlanRow> Emit { get; init; }

    /// <summary>Receives an error of the whole run: a <see cref="Rules.RuleViolationException"/>.</summary>
    public required Action<Exception> Fail { get; init; }

    /// <summary>Receives the progress of waiting for the copies of an account; called from any thread.</summary>
    public Action<string, WaitProgress>? Waiting { get; init; }

    /// <summary>The options for publishing; null to publish nothing.</summary>
    public PlanPublishingOptions? Publishing { get; init; }

    /// <summary>Receives the decisions and results; null for none.</summary>
    public PlanJournal? Journal { get; init; }
}
