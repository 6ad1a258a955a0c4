using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns;

/// <summary>The result of a run.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Violations">The promises that were not kept.</param>
/// <param name="Digest">The digest of all events.</param>
/// <param name="Figures">The figures.</param>
internal sealed record RunResult(int Seed, IReadOnlyList<string> Violations, ulong Digest, RunFigures Figures);

/// <summary>The figures of one or more runs.</summary>
internal sealed record RunFigures
{
    public long Processes { get; init; }

    public long Requested { get; init; }

    public long Calls { get; init; }

    public long CopyCalls { get; init; }

    public long Faults { get; init; }

    /// <summary>The number of SyncImages requests that the service carried out and whose response was lost or damaged.</summary>
    public long LostCopyResponses { get; init; }

    /// <summary>The number of responses that did not tell what the service did.</summary>
    public long Damaged { get; init; }

    /// <summary>The number of responses with a bad text.</summary>
    public long BadTexts { get; init; }

    public long Copies { get; init; }

    public long Instances { get; init; }

    public long Reused { get; init; }

    public long Failed { get; init; }

    public long Unknown { get; init; }

    public static RunFigures Of(SimulatedCloud cloud, Network network, int processes, Invariants invariants)
    {
        var calls = cloud.Calls;
        return new RunFigures
        {
            Processes = processes,
            Requested = invariants.Requested,
            Calls = calls.Count,
            CopyCalls = calls.Count(call => call.Action == "SyncImages"),
            Faults = calls.Count(call => call.Fault is not null),
            LostCopyResponses = calls.Count(call => call is { Action: "SyncImages", Acted: true, Fault: not null and not Simulator.Faults.FaultKind.Slow }),
            Damaged = network.Damage.Damaged.Count,
            BadTexts = network.Damage.BadTexts,
            Instances = cloud.Instances().Count,
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
        LostCopyResponses = one.LostCopyResponses + other.LostCopyResponses,
        Damaged = one.Damaged + other.Damaged,
        BadTexts = one.BadTexts + other.BadTexts,
        Instances = one.Instances + other.Instances,
        Copies = one.Copies + other.Copies,
        Reused = one.Reused + other.Reused,
        Failed = one.Failed + other.Failed,
        Unknown = one.Unknown + other.Unknown,
    };
}
