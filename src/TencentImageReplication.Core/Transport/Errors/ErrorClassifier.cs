namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>What Tencent's error codes mean for what to do next. Unknown codes are final.</summary>
/// <remarks>Source: the error codes per action, and the common ones, of the CVM documentation.</remarks>
internal static class ErrorClassifier
{
    /// <summary>What a code means.</summary>
    /// <param name="code">Tencent's error code.</param>
    /// <param name="action">The action that answered it.</param>
    public static TencentCloudErrorKind Classify(string code, string action)
    {
        if (Is(code, "RequestLimitExceeded"))
            return TencentCloudErrorKind.Throttled;

        if (action == "SyncImages" && IsBusySource(code))
            return TencentCloudErrorKind.SourceBusy;

        if (code == "UnauthorizedOperation.InvalidToken")
            return TencentCloudErrorKind.Authentication;

        if (Is(code, "UnauthorizedOperation") || Is(code, "AuthFailure.UnauthorizedOperation"))
            return TencentCloudErrorKind.Authorization;

        if (Is(code, "AuthFailure"))
            return TencentCloudErrorKind.Authentication;

        if (IsInternal(code))
            return TencentCloudErrorKind.InternalError;

        return TencentCloudErrorKind.Service;
    }

    /// <summary>Whether the call may have acted although the service answered this.</summary>
    public static bool MayHaveActed(TencentCloudErrorKind kind) => kind == TencentCloudErrorKind.InternalError;

    // The image has another task. For other actions the same codes say that the image is of no use to them.
    private static bool IsBusySource(string code) =>
        code is "InvalidParameterValue.InvalidImageState" or "FailedOperation.InvalidImageState";

    private static bool IsInternal(string code) =>
        code.StartsWith("InternalError", StringComparison.Ordinal)
        || Is(code, "InternalServerError")
        || Is(code, "ServiceUnavailable");

    // The code itself, or the code with a suffix: RequestLimitExceeded.UinLimitExceeded.
    private static bool Is(string code, string prefix) =>
        code.StartsWith(prefix, StringComparison.Ordinal) && (code.Length == prefix.Length || code[prefix.Length] == '.');
}
