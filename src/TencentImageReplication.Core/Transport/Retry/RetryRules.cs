using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Decides if a retry of a failed call is useful and safe.</summary>
internal static class RetryRules
{
    /// <param name="failure">The failure.</param>
    /// <param name="safeToRetry">True if a retry is safe when the call may have acted.</param>
    public static bool ShouldRetry(TencentCloudException failure, bool safeToRetry) => failure.Kind switch
    {
        TencentCloudErrorKind.Throttled => true,
        TencentCloudErrorKind.ConnectionFailed => safeToRetry || !failure.MayHaveActed,
        TencentCloudErrorKind.TimedOut => safeToRetry,
        TencentCloudErrorKind.UnreadableResponse => safeToRetry,
        TencentCloudErrorKind.InternalError => safeToRetry,
        // A 5xx is often temporary; a redirect, a 404 or a 407 is not.
        TencentCloudErrorKind.HttpStatus => safeToRetry && failure.MayHaveActed,
        _ => false,
    };
}
