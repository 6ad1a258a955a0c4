using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Rollout.Looking;

/// <summary>A target as it is before anything changes.</summary>
internal sealed record RolloutTarget
{
    /// <summary>The row.</summary>
    public required Publication Row { get; init; }

    /// <summary>The template; null for other kinds.</summary>
    public LaunchTemplateInfo? Template { get; init; }

    /// <summary>The launch configuration; null for a template.</summary>
    public LaunchConfiguration? Configuration { get; init; }

    /// <summary>The group; null for other kinds.</summary>
    public AutoScalingGroup? Group { get; init; }

    /// <summary>The refresh that it needs; null for none.</summary>
    public RefreshPlan? Refresh { get; init; }

    /// <summary>True if the row of a paused refresh was passed in, which is then resumed.</summary>
    public bool Resumes { get; init; }

    /// <summary>The reason why it is not ready: a <see cref="Rules.RuleViolationException"/> or a failed request; null if it is ready.</summary>
    public Exception? Problem => Row.Error;

    /// <summary>True if it has the image already.</summary>
    public bool HasImage { get; init; }

    /// <summary>True if there is nothing to do.</summary>
    public bool IsUnchanged => Problem is null && HasImage && Refresh?.Need is not (RefreshNeed.Start or RefreshNeed.Adopt or RefreshNeed.Blocked);
}
