using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Errors;

/// <summary>The codes of failures in rows: the same as the IDs of their error records.</summary>
internal static class FailureCode
{
    /// <returns>The code; null without a failure.</returns>
    internal static string? Of(Exception? failure) => failure switch
    {
        null => null,
        TencentCloudException refusal => refusal.Code,
        RuleViolationException refusal => refusal.Violation.Id,
        CredentialException { InnerException: TencentCloudException cause } => cause.Code,
        CredentialException => ClientErrorCodes.CredentialError,
        _ => failure.GetType().Name,
    };
}
