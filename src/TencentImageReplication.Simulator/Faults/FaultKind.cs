namespace TencentImageReplication.Simulator.Faults;

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>The call is slower by the latencies of the fault.</summary>
    Slow,

    /// <summary>The connection is refused: the request does not reach the service.</summary>
    ConnectionRefused,

    /// <summary>The connection is reset before the service acts.</summary>
    ResetBeforeActing,

    /// <summary>The service acts, and the connection is reset: the response is lost.</summary>
    ResetAfterActing,

    /// <summary>The service acts, and the connection breaks in the middle of the response.</summary>
    CutAnswer,

    /// <summary>The service acts, and the response ends too early without an error.</summary>
    TruncatedAnswer,

    /// <summary>The service acts, and no response arrives until the client gives up.</summary>
    StalledAnswer,

    /// <summary>The service acts, and the response stops in the middle of its body until the client gives up.</summary>
    StalledBody,

    /// <summary>A proxy returns an HTML page, and the request does not reach the service.</summary>
    ProxyPage,

    /// <summary><c>InternalError</c>, and the service does not act.</summary>
    InternalErrorBeforeActing,

    /// <summary><c>InternalError</c>, although the service acts.</summary>
    InternalErrorAfterActing,

    /// <summary><c>RequestLimitExceeded</c>, and the service does not act.</summary>
    Throttled,

    /// <summary>The service acts, and the lists in its response are empty although <c>TotalCount</c> says otherwise.</summary>
    EmptyList,

    /// <summary>The service acts, and the lists in its response are null although <c>TotalCount</c> says otherwise.</summary>
    NullList,

    /// <summary>The error code of the fault, and the service does not act.</summary>
    ErrorCode,
}
