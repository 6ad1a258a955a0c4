namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Maps Tencent's error codes to error kinds. Unknown codes are final.</summary>
/// <remarks>Source: the common error codes and those of each action in the CVM documentation.</remarks>
public static class ErrorClassifier
{
    /// <summary>Returns the kind of an error code.</summary>
    /// <param name="code">Tencent's error code.</param>
    /// <param name="action">The action that returned it.</param>
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

    /// <summary>Checks if the call may have acted although the service returned this kind of error.</summary>
    public static bool MayHaveActed(TencentCloudErrorKind kind) => kind == TencentCloudErrorKind.InternalError;

    // Another task uses the image. From other actions, the same codes mean that the image is not usable.
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
