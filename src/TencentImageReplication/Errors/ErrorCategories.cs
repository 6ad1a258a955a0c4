using System.Management.Automation;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Errors;

/// <summary>Maps failed requests to error categories of PowerShell.</summary>
internal static class ErrorCategories
{
    // Tencent's codes are words joined by dots. The first match counts.
    private static readonly (string Part, ErrorCategory Category)[] ByCode =
    [
        ("NotFound", ErrorCategory.ObjectNotFound),
        ("NotExist", ErrorCategory.ObjectNotFound),
        ("Duplicate", ErrorCategory.ResourceExists),
        ("QuotaLimitExceeded", ErrorCategory.QuotaExceeded),
        ("OverQuota", ErrorCategory.QuotaExceeded),
        ("LimitExceeded", ErrorCategory.LimitsExceeded),
        ("ResourceInsufficient", ErrorCategory.ResourceUnavailable),
        ("ResourcesSoldOut", ErrorCategory.ResourceUnavailable),
        ("ResourceUnavailable", ErrorCategory.ResourceUnavailable),
        ("UnauthorizedOperation", ErrorCategory.PermissionDenied),
        ("State", ErrorCategory.InvalidOperation),
        ("UnsupportedOperation", ErrorCategory.InvalidOperation),
        ("FailedOperation", ErrorCategory.InvalidOperation),
        ("InvalidAccount", ErrorCategory.InvalidOperation),
        ("Invalid", ErrorCategory.InvalidArgument),
        ("MissingParameter", ErrorCategory.InvalidArgument),
        ("UnknownParameter", ErrorCategory.InvalidArgument),
    ];

    internal static ErrorCategory Of(TencentCloudException failure) => failure.Kind switch
    {
        TencentCloudErrorKind.Throttled => ErrorCategory.LimitsExceeded,
        TencentCloudErrorKind.SourceBusy => ErrorCategory.ResourceBusy,
        TencentCloudErrorKind.Authentication or TencentCloudErrorKind.Credential => ErrorCategory.AuthenticationError,
        TencentCloudErrorKind.Authorization => ErrorCategory.PermissionDenied,
        TencentCloudErrorKind.ConnectionFailed => ErrorCategory.ConnectionError,
        TencentCloudErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        TencentCloudErrorKind.UnreadableResponse or TencentCloudErrorKind.HttpStatus => ErrorCategory.ProtocolError,
        TencentCloudErrorKind.ResponseTooLarge => ErrorCategory.LimitsExceeded,
        TencentCloudErrorKind.InternalError => ErrorCategory.ResourceUnavailable,
        _ => OfCode(failure.Code),
    };

    internal static ErrorCategory Of(RuleViolation violation) => violation.Id switch
    {
        "ImageNotFound" => ErrorCategory.ObjectNotFound,
        "ImageNotNormal" => ErrorCategory.InvalidOperation,
        "ImageBusy" or "ImageInUse" => ErrorCategory.ResourceBusy,
        "ImageNameTaken" => ErrorCategory.ResourceExists,
        "ImageNotOwn" or "OnlyOwnImagesAreShared" => ErrorCategory.PermissionDenied,
        "TooManyAccounts" => ErrorCategory.LimitsExceeded,
        "CrossBorderNotEnabled" => ErrorCategory.PermissionDenied,
        "InstanceTypeNotSold" => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidArgument,
    };

    private static ErrorCategory OfCode(string code)
    {
        foreach (var (part, category) in ByCode)
        {
            if (code.Contains(part))
                return category;
        }

        return ErrorCategory.NotSpecified;
    }
}
