using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Tests.Errors;

public sealed class CodeAdviceTests
{
    [Theory]
    [InlineData("ImageQuotaLimitExceeded", "CreateImage", "ap-beijing", "Get-TccImageQuota -Region ap-beijing")]
    [InlineData("ImageQuotaLimitExceeded", "SyncImages", "ap-beijing", "destination region has reached its quota")]
    [InlineData("LimitExceeded.CvmInstanceQuota", "RunInstances", "ap-beijing", "reached a quota in ap-beijing")]
    [InlineData("InstancesQuotaLimitExceeded", "RunInstances", "ap-beijing", "reached a quota in ap-beijing")]
    [InlineData("OverQuota", "ModifyImageSharePermission", "ap-beijing", "reached a quota in ap-beijing")]
    [InlineData("UnsupportedOperation.Region", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("InvalidRegion.Unavailable", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("InvalidParameterValue.InvalidRegion", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("UnsupportedRegion", "DescribeImages", "ap-shangai", "Did you mean ap-shanghai?")]
    [InlineData("InvalidRegion.NotFound", "DescribeImages", "shanghai", "Did you mean ap-shanghai?")]
    [InlineData("UnsupportedRegion", "DescribeImages", "ap-atlantis", "Look up the")]
    [InlineData("UnsupportedOperation.Region", "RunInstances", "ap-beijing", "Look up the")]
    public void A_code_has_advice_of_its_own(string code, string action, string region, string advice)
    {
        var failure = new TencentCloudException(TencentCloudErrorKind.Service, code, "m", action, region);

        Assert.Contains(advice, ErrorAdvice.For(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_found_may_be_one_of_the_other_site()
    {
        var failure = new TencentCloudException(
            TencentCloudErrorKind.Authentication, "AuthFailure.SecretIdNotFound", "m", "DescribeImages", "ap-beijing");
        var other = new TencentCloudException(
            TencentCloudErrorKind.Authentication, "AuthFailure.SignatureExpire", "m", "DescribeImages", "ap-beijing");

        Assert.Contains("-Site International", ErrorAdvice.For(failure), StringComparison.Ordinal);
        Assert.Contains("clock", ErrorAdvice.For(other), StringComparison.Ordinal);
    }
}
