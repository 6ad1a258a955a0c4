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
    [InlineData(TencentCloudErrorKind.SourceBusy, false, Never)]
    [InlineData(TencentCloudErrorKind.Authentication, false, Never)]
    [InlineData(TencentCloudErrorKind.Authorization, false, Never)]
    [InlineData(TencentCloudErrorKind.InternalError, true, Safe)]
    [InlineData(TencentCloudErrorKind.ConnectionFailed, false, Always)]
    [InlineData(TencentCloudErrorKind.ConnectionFailed, true, Safe)]
    [InlineData(TencentCloudErrorKind.TimedOut, true, Safe)]
    [InlineData(TencentCloudErrorKind.UnreadableResponse, true, Safe)]
    [InlineData(TencentCloudErrorKind.ResponseTooLarge, true, Never)]
    [InlineData(TencentCloudErrorKind.HttpStatus, true, Never)]
    [InlineData(TencentCloudErrorKind.Credential, false, Never)]
    public void Failures_that_are_retried(TencentCloudErrorKind kind, bool mayHaveActed, string retried)
    {
        var failure = new TencentCloudException(kind, "code", "message", "action", mayHaveActed: mayHaveActed);

        Assert.Equal(retried is Safe or Always, RetryRules.ShouldRetry(failure, safeToRetry: true));
        Assert.Equal(retried is Always, RetryRules.ShouldRetry(failure, safeToRetry: false));
    }

    [Fact]
    public void A_temporary_status_is_retried_when_it_is_safe()
    {
        var failure = new TencentCloudException(TencentCloudErrorKind.HttpStatus, "code", "message", "action", mayHaveActed: true)
        {
            IsTemporary = true,
        };

        Assert.True(RetryRules.ShouldRetry(failure, safeToRetry: true));
        Assert.False(RetryRules.ShouldRetry(failure, safeToRetry: false));
    }
}
