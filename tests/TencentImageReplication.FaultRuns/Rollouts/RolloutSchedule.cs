using TencentImageReplication.Core.Rollout;
using TencentImageReplication.FaultRuns.Plans;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.FaultRuns.Rollouts;

/// <summary>A rollout, drawn before it begins.</summary>
internal sealed record RolloutSchedule
{
    public required int Seed { get; init; }

    /// <summary>The regions, with a template and a group in each.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The number of instances of each group.</summary>
    public required int Instances { get; init; }

    /// <summary>The region whose second batch fails once; null for none.</summary>
    public required string? FailingRegion { get; init; }

    /// <summary>The time of a batch.</summary>
    public required TimeSpan BatchDuration { get; init; }

    public required RefreshOptions Refresh { get; init; }

    /// <summary>True to undo everything at last.</summary>
    public required bool Undoes { get; init; }

    public required FaultPlan Faults { get; init; }

    public required NetworkConditions Network { get; init; }

    /// <summary>The kills of runs with faults. The night is the number of the run.</summary>
    public required IReadOnlyList<Kill> Kills { get; init; }
}
