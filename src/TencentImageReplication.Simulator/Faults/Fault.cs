namespace TencentImageReplication.Simulator.Faults;

/// <summary>What goes wrong, with its details.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>How long the call takes before the service acts, in the simulator's time.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How long the answer takes after the service acted, in the simulator's time.</summary>
    public TimeSpan AnswerLatency { get; init; }

    /// <summary>The HTTP status of <see cref="FaultKind.ProxyPage"/>: 502, or 200 for the worst of them.</summary>
    public int StatusCode { get; init; } = 502;

    /// <summary>The code of <see cref="FaultKind.ErrorCode"/>, or another one for the faults that answer with an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the service carries the action out.</summary>
    public bool Acts => Kind is FaultKind.Slow or FaultKind.ResetAfterActing or FaultKind.CutAnswer or FaultKind.TruncatedAnswer
        or FaultKind.StalledAnswer or FaultKind.StalledBody or FaultKind.InternalErrorAfterActing;
}
