namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>A call to Tencent Cloud that failed. Decide by <see cref="Kind"/> and <see cref="Code"/>, never by the message.</summary>
public sealed class TencentCloudException : Exception
{
    /// <param name="kind">The kind of the failure.</param>
    /// <param name="code">Tencent's error code, or one of <see cref="ClientErrorCodes"/>.</param>
    /// <param name="message">The service's message, or this client's; without secrets.</param>
    /// <param name="action">The action that was called.</param>
    /// <param name="region">The region of the call, if any.</param>
    /// <param name="requestId">The request ID, if the service returned one.</param>
    /// <param name="mayHaveActed">True if the call may have acted.</param>
    /// <param name="innerException">The cause.</param>
    public TencentCloudException(
        TencentCloudErrorKind kind,
        string code,
        string message,
        string action,
        string? region = null,
        string? requestId = null,
        bool mayHaveActed = false,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Code = code;
        Action = action;
        Region = region;
        RequestId = requestId;
        MayHaveActed = mayHaveActed;
    }

    /// <summary>The kind of the failure. It decides what to do next.</summary>
    public TencentCloudErrorKind Kind { get; }

    /// <summary>Tencent's error code, or one of <see cref="ClientErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The request ID, which Tencent's support asks for. Null if no response was read.</summary>
    public string? RequestId { get; }

    /// <summary>The action that was called.</summary>
    public string Action { get; }

    /// <summary>The region of the call; null for an action without one.</summary>
    public string? Region { get; }

    /// <summary>
    /// True if the call, or an earlier attempt, may have acted: after a time-out, a connection lost after sending, an
    /// unreadable response or an internal error. Check whether it took effect before you retry.
    /// </summary>
    public bool MayHaveActed { get; }

    /// <summary>True for an HTTP status that often disappears by itself, such as 502.</summary>
    internal bool IsTemporary { get; init; }

    /// <summary>The time to wait before a retry, from the header <c>Retry-After</c>.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
