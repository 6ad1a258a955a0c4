using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Retry;

namespace TencentImageReplication.Core.Tests.Transport.Retry;

public sealed class RetryRulesTests
{
    private const string Never = "never";
    private const string Safe = "when safe";
    private const string Always = "always";

    [Theory]
    [InlineData(TencentCloudErrorKind.Service, false, Never)]
    [InlineData(TencentCloudErrorKind.Throttled, false, Always)]
    [InlineData(TencentCloudErrorKind.SourceBusy, false, Never)]
    [InlineData(TencentCloudErrorKind.Authentication, false, Never)]
    [InlineData(TencentCloudErrorKind.Authorization, false, Never)]
    [InlineData(TencentCloudErrorKind.InternalError, true, Safe)]
    [InlineData(TencentCloudErrorKind.ConnectionFailed, false, Always)]
    [InlineData(TencentCloudErrorKind.ConnectionFailed, true, Safe)]
    [InlineData(TencentCloudErrorKind.TimedOut, true, Safe)]
    [InlineData(TencentCloudErrorKind.UnreadableResponse, true, Safe)]
    [InlineData(TencentCloudErrorKind.ResponseTooLarge, true, Never)]
    [InlineData(TencentCloudErrorKind.HttpStatus, false, Never)]
    [InlineData(TencentCloudErrorKind.HttpStatus, true, Safe)]
    [InlineData(TencentCloudErrorKind.Credential, false, Never)]
    public void What_is_repeated(TencentCloudErrorKind kind, bool mayHaveActed, string repeated)
    {
        var failure = new TencentCloudException(kind, "code", "message", "action", mayHaveActed: mayHaveActed);

        Assert.Equal(repeated is Safe or Always, RetryRules.ShouldRetry(failure, safeToRetry: true));
        Assert.Equal(repeated is Always, RetryRules.ShouldRetry(failure, safeToRetry: false));
    }
}
