namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>A call to Tencent Cloud that failed. Decide by <see cref="Kind"/> and <see cref="Code"/>, never by the message.</summary>
public sealed class TencentCloudException : Exception
{
    /// <param name="kind">What went wrong.</param>
    /// <param name="code">Tencent's error code, or one of <see cref="ClientErrorCodes"/>.</param>
    /// <param name="message">The service's message, or this client's; without secrets.</param>
    /// <param name="action">The action that was called.</param>
    /// <param name="region">The region that it was called in, if any.</param>
    /// <param name="requestId">The service's ID of the request, if it answered one.</param>
    /// <param name="mayHaveActed">Whether the call may have done what it was asked.</param>
    /// <param name="innerException">What led to it.</param>
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

    /// <summary>What went wrong, as far as it decides what to do next.</summary>
    public TencentCloudErrorKind Kind { get; }

    /// <summary>Tencent's error code, or one of <see cref="ClientErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The service's ID of the request: what support asks for. Null when no answer was read.</summary>
    public string? RequestId { get; }

    /// <summary>The action that was called.</summary>
    public string Action { get; }

    /// <summary>The region that it was called in; null for an action without one.</summary>
    public string? Region { get; }

    /// <summary>
    /// Whether the call, or an earlier attempt at it, may have done what it was asked: a time-out, a connection lost
    /// after sending, an unreadable answer, a failure inside the service. Look before repeating.
    /// </summary>
    public bool MayHaveActed { get; }

    /// <summary>How long to wait before a retry, where a gateway says so (the header <c>Retry-After</c>).</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
