using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Tests.Errors;

public sealed class ErrorAdviceTests
{
    // Reading requests are safe to retry.
    [Theory]
    [InlineData("DescribeImages", false)]
    [InlineData("InquiryPriceRunInstances", false)]
    [InlineData("GetCallerIdentity", false)]
    [InlineData("SyncImages", true)]
    [InlineData("RunInstances", true)]
    public void Only_changing_actions_may_have_taken_effect(string action, bool expected)
    {
        var failure = new TencentCloudException(
            TencentCloudErrorKind.TimedOut, ClientErrorCodes.TimedOut, "Too late.", action, "ap-guangzhou", mayHaveActed: true);

        Assert.Equal(expected, ErrorAdvice.For(failure).StartsWith(Messages.MayHaveActedAdvice(), StringComparison.Ordinal));
    }
}
