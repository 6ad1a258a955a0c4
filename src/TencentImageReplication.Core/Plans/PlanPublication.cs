using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Core.Plans;

/// <summary>The launch templates, launch configurations and scaling groups that start from the newest version of a family in their region.</summary>
public sealed record PlanPublication
{
    /// <summary>The targets, by name or by ID. Each region has targets of these names.</summary>
    public required IReadOnlyList<TargetSelector> Targets { get; init; }

    /// <summary>The number of versions of a launch template that this module made to keep.</summary>
    public int KeepVersion { get; init; } = RolloutOptions.DefaultKeepVersion;

    /// <summary>The way to reinstall the instances of the scaling groups; null to leave them as they are.</summary>
    public RefreshOptions? Refresh { get; init; }
}
