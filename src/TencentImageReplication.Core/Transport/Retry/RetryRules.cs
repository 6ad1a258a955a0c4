using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Transport.Retry;

/// <summary>Which failures are worth repeating at once, and safe to repeat.</summary>
internal static class RetryRules
{
    /// <param name="failure">What went wrong.</param>
    /// <param name="safeToRepeat">Whether the call may be repeated when nobody knows whether it has acted.</param>
    public static bool ShouldRepeat(TencentCloudException failure, bool safeToRepeat) => failure.Kind switch
    {
        TencentCloudErrorKind.Throttled => true,
        TencentCloudErrorKind.ConnectionFailed => safeToRepeat || !failure.MayHaveActed,
        TencentCloudErrorKind.TimedOut => safeToRepeat,
        TencentCloudErrorKind.UnreadableAnswer => safeToRepeat,
        TencentCloudErrorKind.InternalError => safeToRepeat,
        // A 5xx may pass; a redirect, a 404 or a 407 comes again.
        TencentCloudErrorKind.HttpStatus => safeToRepeat && failure.MayHaveActed,
        _ => false,
    };
}
