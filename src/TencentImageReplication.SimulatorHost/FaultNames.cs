using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.SimulatorHost;

/// <summary>The names of the faults on the command line.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reset"] = FaultKind.ResetBeforeActing,
        ["lost-answer"] = FaultKind.ResetAfterActing,
        ["cut-answer"] = FaultKind.CutAnswer,
        ["truncated-answer"] = FaultKind.TruncatedAnswer,
        ["stalled-answer"] = FaultKind.StalledAnswer,
        ["stalled-body"] = FaultKind.StalledBody,
        ["proxy-page"] = FaultKind.ProxyPage,
        ["internal-error"] = FaultKind.InternalErrorBeforeActing,
        ["internal-error-after"] = FaultKind.InternalErrorAfterActing,
        ["empty-list"] = FaultKind.EmptyList,
        ["null-list"] = FaultKind.NullList,
        ["throttled"] = FaultKind.Throttled,
    };

    public static IEnumerable<string> All => Kinds.Keys;

    public static bool TryParse(string name, out FaultKind kind) => Kinds.TryGetValue(name, out kind);
}
