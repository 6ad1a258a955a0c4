using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Advice about failed requests.</summary>
internal static class ErrorAdvice
{
    private static readonly string[] ReadingVerbs = ["Describe", "Inquiry", "Get"];

    /// <summary>Returns the advice about a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="destination">The destination, if the failure concerns a copy.</param>
    internal static string For(TencentCloudException failure, string? destination = null)
    {
        var advice = failure.Kind switch
        {
            TencentCloudErrorKind.Throttled => Messages.ThrottledAdvice(),
            TencentCloudErrorKind.SourceBusy => Messages.SourceBusyAdvice(),
            TencentCloudErrorKind.Authentication => CodeAdvice.For(failure) ?? Messages.AuthenticationAdvice(),
            TencentCloudErrorKind.Authorization => CodeAdvice.For(failure) ?? Messages.AuthorizationAdvice(),
            TencentCloudErrorKind.Credential => Messages.CredentialAdvice(),
            TencentCloudErrorKind.UnreadableResponse when failure.Code == ClientErrorCodes.IncompleteList => Messages.IncompleteListAdvice(),
            TencentCloudErrorKind.ConnectionFailed or TencentCloudErrorKind.TimedOut
                or TencentCloudErrorKind.HttpStatus or TencentCloudErrorKind.UnreadableResponse => Messages.NetworkAdvice(),
            _ => ImageChangeAdvice.For(failure) ?? CodeAdvice.For(failure, destination) ?? Messages.ServiceFailureAdvice(failure.RequestId),
        };
        return failure.MayHaveActed && !OnlyReads(failure.Action) ? Messages.Sentences(Messages.MayHaveActedAdvice(), advice) : advice;
    }

    // The names of Tencent's actions show it: these are safe to retry.
    private static bool OnlyReads(string action) => ReadingVerbs.Any(verb => action.StartsWith(verb, StringComparison.Ordinal));
}
