namespace TencentImageReplication.Simulator.Faults;

/// <summary>A fault with its details.</summary>
/// <param name="Kind">The kind of the fault.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The time before the service acts.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The time from the action to the response.</summary>
    public TimeSpan AnswerLatency { get; init; }

    /// <summary>The HTTP status of <see cref="FaultKind.ProxyPage"/>: 502, or 200 for a proxy that hides its error.</summary>
    public int StatusCode { get; init; } = 502;

    /// <summary>The code of <see cref="FaultKind.ErrorCode"/>, or a different code for the other faults with an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>True when the service carries out the action.</summary>
    public bool Acts => Kind is FaultKind.Slow or FaultKind.ResetAfterActing or FaultKind.CutAnswer or FaultKind.TruncatedAnswer
        or FaultKind.StalledAnswer or FaultKind.StalledBody or FaultKind.InternalErrorAfterActing
        or FaultKind.EmptyList or FaultKind.NullList;
}
