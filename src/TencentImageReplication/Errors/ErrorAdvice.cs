using TencentImageReplication.Core.Transport;

namespace TencentImageReplication;

/// <summary>What to do about a call that failed.</summary>
internal static class ErrorAdvice
{
    internal static string For(TencentCloudException failure)
    {
        var advice = failure.Kind switch
        {
            TencentCloudErrorKind.Throttled => Messages.ThrottledAdvice(),
            TencentCloudErrorKind.SourceBusy => Messages.SourceBusyAdvice(),
            TencentCloudErrorKind.Authentication => Messages.AuthenticationAdvice(),
            TencentCloudErrorKind.Authorization => Messages.AuthorizationAdvice(),
            TencentCloudErrorKind.Credential => Messages.NotConnectedAdvice(),
            TencentCloudErrorKind.ConnectionFailed or TencentCloudErrorKind.TimedOut
                or TencentCloudErrorKind.HttpStatus or TencentCloudErrorKind.UnreadableAnswer => Messages.NetworkAdvice(),
            _ => UpkeepAdvice.For(failure) ?? Messages.ServiceFailureAdvice(failure.RequestId),
        };
        return failure.MayHaveActed ? $"{Messages.MayHaveActedAdvice()} {advice}" : advice;
    }
}
