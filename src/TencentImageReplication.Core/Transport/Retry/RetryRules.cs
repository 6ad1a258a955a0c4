using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Decides if a retry of a failed call is useful and safe. Throttled calls have rules of their own, in <see cref="RetryLoop"/>.</summary>
internal static class RetryRules
{
    /// <param name="failure">The failure.</param>
    /// <param name="safeToRetry">True if a retry is safe when the call may have acted.</param>
    public static bool ShouldRetry(TencentCloudException failure, bool safeToRetry) => failure.Kind switch
    {
        TencentCloudErrorKind.ConnectionFailed => safeToRetry || !failure.MayHaveActed,
        TencentCloudErrorKind.TimedOut => safeToRetry,
        TencentCloudErrorKind.UnreadableResponse => safeToRetry,
        TencentCloudErrorKind.InternalError => safeToRetry,
        // A redirect, a 404 or a 407 would come again.
        TencentCloudErrorKind.HttpStatus => safeToRetry && failure.IsTemporary,
        _ => false,
    };
}
