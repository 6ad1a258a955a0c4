namespace TencentImageReplication.Simulator.Faults;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>Nothing but time: the call takes the fault's latencies longer.</summary>
    Slow,

    /// <summary>The connection is refused: the service never heard of the call.</summary>
    ConnectionRefused,

    /// <summary>The connection is reset before the service acts.</summary>
    ResetBeforeActing,

    /// <summary>The service acts, and the connection is reset: the answer is lost.</summary>
    ResetAfterActing,

    /// <summary>The service acts, and the connection breaks in the middle of the answer.</summary>
    CutAnswer,

    /// <summary>The service acts, and the answer ends too early without any sign of it.</summary>
    TruncatedAnswer,

    /// <summary>The service acts, and no answer arrives until the client gives up.</summary>
    StalledAnswer,

    /// <summary>The service acts, and the answer stops in the middle of its body until the client gives up.</summary>
    StalledBody,

    /// <summary>A proxy answers with an HTML page before the service hears of the call.</summary>
    ProxyPage,

    /// <summary><c>InternalError</c>, and nothing was done.</summary>
    InternalErrorBeforeActing,

    /// <summary><c>InternalError</c>, and yet it was done.</summary>
    InternalErrorAfterActing,

    /// <summary><c>RequestLimitExceeded</c>, and nothing was done.</summary>
    Throttled,

    /// <summary>The error code that the fault names, and nothing was done.</summary>
    ErrorCode,
}
