namespace TencentImageReplication.Core.Rollout;

/// <summary>Options for publishing images, and for undoing it.</summary>
public sealed record RolloutOptions
{
    /// <summary>The default of <see cref="KeepVersion"/>.</summary>
    public const int DefaultKeepVersion = 10;

    /// <summary>The maximum of <see cref="KeepVersion"/>: a template has at most 30 versions, and a publication needs one.</summary>
    public const int MaxKeepVersion = 29;

    /// <summary>The text to add to the description of a new version.</summary>
    public string? Description { get; init; }

    /// <summary>The number of versions of a template that this module made to keep.</summary>
    public int KeepVersion { get; init; } = DefaultKeepVersion;

    /// <summary>The refresh of groups; null for none.</summary>
    public RefreshOptions? Refresh { get; init; }

    /// <summary>True to stop after the first region with a change.</summary>
    public bool PauseAfterFirstRegion { get; init; }

    /// <summary>True to publish in the other regions if one is not ready.</summary>
    public bool AllowPartial { get; init; }

    /// <summary>True to skip the instances that failed when a refresh is resumed, false to retry them.</summary>
    public bool SkipFailed { get; init; }

    /// <summary>True to undo a publication even if somebody has changed the target since.</summary>
    public bool Force { get; init; }

    /// <summary>True when <see cref="ConfirmAsync"/> only shows the changes and refuses them.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Asks for confirmation of a target; called for one target at a time, before anything changes.</summary>
    public required Func<RolloutStep, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>Receives each row when its result is known.</summary>
    public required Action<Publication> Emit { get; init; }

    /// <summary>Receives the progress of refreshes.</summary>
    public Action<RefreshReport>? Report { get; init; }
}
