using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns;

/// <summary>What came of a run.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Violations">What was promised and not held.</param>
/// <param name="Digest">The sum of all that happened.</param>
/// <param name="Figures">What it was made of.</param>
internal sealed record RunResult(int Seed, IReadOnlyList<string> Violations, ulong Digest, RunFigures Figures);

/// <summary>What runs were made of.</summary>
internal sealed record RunFigures
{
    public long Processes { get; init; }

    public long Requested { get; init; }

    public long Calls { get; init; }

    public long CopyCalls { get; init; }

    public long Faults { get; init; }

    /// <summary>SyncImages calls that the service carried out and whose answer did not arrive as it was.</summary>
    public long LostCopyAnswers { get; init; }

    public long Copies { get; init; }

    public long Reused { get; init; }

    public long Failed { get; init; }

    public long Unknown { get; init; }

    public static RunFigures Of(SimulatedCloud cloud, int processes, Invariants invariants)
    {
        var calls = cloud.Calls;
        return new RunFigures
        {
            Processes = processes,
            Requested = invariants.Requested,
            Calls = calls.Count,
            CopyCalls = calls.Count(call => call.Action == "SyncImages"),
            Faults = calls.Count(call => call.Fault is not null),
            LostCopyAnswers = calls.Count(call => call is { Action: "SyncImages", Acted: true, Fault: not null and not Simulator.Faults.FaultKind.Slow }),
            Copies = cloud.Images().Count(image => image.CopiedFrom is not null),
            Reused = invariants.Reused,
            Failed = invariants.Failed,
            Unknown = invariants.Unknown,
        };
    }

    public static RunFigures operator +(RunFigures one, RunFigures other) => new()
    {
        Processes = one.Processes + other.Processes,
        Requested = one.Requested + other.Requested,
        Calls = one.Calls + other.Calls,
        CopyCalls = one.CopyCalls + other.CopyCalls,
        Faults = one.Faults + other.Faults,
        LostCopyAnswers = one.LostCopyAnswers + other.LostCopyAnswers,
        Copies = one.Copies + other.Copies,
        Reused = one.Reused + other.Reused,
        Failed = one.Failed + other.Failed,
        Unknown = one.Unknown + other.Unknown,
    };
}
