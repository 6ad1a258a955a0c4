namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>What went wrong with a call, as far as it decides what to do next.</summary>
public enum TencentCloudErrorKind
{
    /// <summary>The service refused the call. Final: the same call fails again.</summary>
    Service,

    /// <summary>Too many calls. Nothing has been done; wait and repeat.</summary>
    Throttled,

    /// <summary>The image to copy has another task. Nothing has been done; repeat in minutes.</summary>
    SourceBusy,

    /// <summary>The key, the signature, the token or the clock is wrong. Final.</summary>
    Authentication,

    /// <summary>The key is good but may not do this. Final.</summary>
    Authorization,

    /// <summary>The service failed inside. It may have acted.</summary>
    InternalError,

    /// <summary>The connection was not made, or was lost before an answer.</summary>
    ConnectionFailed,

    /// <summary>The answer was not there in time. The call may have acted.</summary>
    TimedOut,

    /// <summary>Something answered that is no answer of the service, or only part of one. The call may have acted.</summary>
    UnreadableAnswer,

    /// <summary>The answer is larger than this client takes. The call has most likely acted.</summary>
    AnswerTooLarge,

    /// <summary>A status that the service does not use for its answers: a proxy, a gateway or a wrong address.</summary>
    HttpStatus,

    /// <summary>There is no credential to sign with. Nothing was sent.</summary>
    Credential,
}
