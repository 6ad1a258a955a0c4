namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>The kind of a failure. It decides what to do next.</summary>
public enum TencentCloudErrorKind
{
    /// <summary>The service refused the call. Final: the same call would fail again.</summary>
    Service,

    /// <summary>Too many calls. The call did nothing; wait and retry.</summary>
    Throttled,

    /// <summary>Another task uses the source image. The call did nothing; retry after some minutes.</summary>
    SourceBusy,

    /// <summary>The key, the signature, the token or the clock is wrong. Final.</summary>
    Authentication,

    /// <summary>The key is valid but has no permission for this call. Final.</summary>
    Authorization,

    /// <summary>The service had an internal error. The call may have acted.</summary>
    InternalError,

    /// <summary>The connection failed, or was lost before the response.</summary>
    ConnectionFailed,

    /// <summary>The response did not arrive in time. The call may have acted.</summary>
    TimedOut,

    /// <summary>The response is not a valid response of the API, or is incomplete. The call may have acted.</summary>
    UnreadableResponse,

    /// <summary>The response is larger than the limit of this client. The call has probably acted.</summary>
    ResponseTooLarge,

    /// <summary>The HTTP status is one that the API does not use: a proxy, a gateway or a wrong endpoint.</summary>
    HttpStatus,

    /// <summary>There are no credentials to sign with. Nothing was sent.</summary>
    Credential,
}
