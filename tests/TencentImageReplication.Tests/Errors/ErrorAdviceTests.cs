using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Tests.Errors;

public sealed class ErrorAdviceTests
{
    // What reads can be repeated at will.
    [Theory]
    [InlineData("DescribeImages", false)]
    [InlineData("InquiryPriceRunInstances", false)]
    [InlineData("GetCallerIdentity", false)]
    [InlineData("SyncImages", true)]
    [InlineData("RunInstances", true)]
    public void Only_of_what_acts_it_is_said_that_it_may_have_acted(string action, bool expected)
    {
        var failure = new TencentCloudException(
            TencentCloudErrorKind.TimedOut, ClientErrorCodes.TimedOut, "Too late.", action, "ap-guangzhou", mayHaveActed: true);

        Assert.Equal(expected, ErrorAdvice.For(failure).StartsWith(Messages.MayHaveActedAdvice(), StringComparison.Ordinal));
    }
}
