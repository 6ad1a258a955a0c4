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
    [InlineData("UnsupportedOperation.Region", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("InvalidRegion.Unavailable", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("InvalidParameterValue.InvalidRegion", "SyncImages", "ap-beijing", "after-sales service")]
    [InlineData("UnsupportedRegion", "DescribeImages", "ap-shangai", "Did you mean ap-shanghai?")]
    [InlineData("InvalidRegion.NotFound", "DescribeImages", "shanghai", "Did you mean ap-shanghai?")]
    [InlineData("UnsupportedRegion", "DescribeImages", "ap-atlantis", "Get-TccRegion lists the regions")]
    [InlineData("UnsupportedOperation.Region", "RunInstances", "ap-beijing", "Use another region")]
    [InlineData("InvalidImageName.Duplicate", "SyncImages", "ap-beijing", "-DestinationImageName")]
    [InlineData("InvalidImageId.TooLarge", "SyncImages", "ap-beijing", "smaller image")]
    [InlineData("UnsupportedOperation.EncryptedImagesNotSupported", "SyncImages", "ap-beijing", "cannot be copied to another region")]
    [InlineData("UnsupportedOperation.SyncEncryptImageNotSupport", "SyncImages", "ap-beijing", "encrypted already")]
    [InlineData("InvalidParameter.InvalidKmsKeyId", "SyncImages", "ap-beijing", "-KmsKeyId")]
    [InlineData("InvalidImageId.NotFound", "SyncImages", "ap-beijing", "Get-TccImage lists the images")]
    [InlineData("InvalidImageId.IncorrectState", "DeleteImages", "ap-beijing", "Wait-TccImage")]
    [InlineData("InvalidParameterValue.InvalidImageState", "RunInstances", "ap-beijing", "Wait-TccImage")]
    [InlineData("OverQuota", "ModifyImageSharePermission", "ap-beijing", "Revoke-TccImageSharePermission")]
    [InlineData("FailedOperation.BYOLImageShareFailed", "ModifyImageSharePermission", "ap-beijing", "license")]
    [InlineData("UnauthorizedOperation.ImageNotBelongToAccount", "DescribeImageSharePermission", "ap-beijing", "Copy-TccSharedImage")]
    [InlineData("UnsupportedOperation.InstanceStateRebooting", "CreateImage", "ap-beijing", "current operation of the instance")]
    [InlineData("UnsupportedOperation.InstanceStateFreezing", "CreateImage", "ap-beijing", "Get-TccInstance")]
    [InlineData("ResourceUnavailable.SnapshotCreating", "CreateImage", "ap-beijing", "current operation")]
    [InlineData("InvalidAccount.InsufficientBalance", "RunInstances", "ap-beijing", "Top it up")]
    [InlineData("AccountQualificationRestrictions", "RunInstances", "ap-beijing", "verified")]
    [InlineData("InvalidZone.MismatchRegion", "RunInstances", "ap-beijing", "Omit -Zone")]
    [InlineData("ResourcesSoldOut.SpecifiedInstanceType", "RunInstances", "ap-beijing", "sold out")]
    [InlineData("ResourceInsufficient.CloudDiskSoldOut", "RunInstances", "ap-beijing", "-SystemDiskType")]
    [InlineData("ResourceInsufficient.CidrBlock", "RunInstances", "ap-beijing", "subnet has no free addresses")]
    [InlineData("InvalidInstanceType.Malformed", "RunInstances", "ap-beijing", "Press Tab")]
    [InlineData("InvalidParameterValue.InvalidImageForGivenInstanceType", "RunInstances", "ap-beijing", "architecture")]
    [InlineData("InvalidParameterValue.SubnetNotExist", "RunInstances", "ap-beijing", "default network")]
    [InlineData("InvalidParameterValue.VpcIdMalformed", "RunInstances", "ap-beijing", "default network")]
    [InlineData("InvalidParameterValue.InvalidPassword", "RunInstances", "ap-beijing", "12 characters")]
    [InlineData("ResourceNotFound.KeyPairNotFound", "RunInstances", "ap-beijing", "-KeyId")]
    [InlineData("UnsupportedOperation.KeyPairUnsupportedWindows", "RunInstances", "ap-beijing", "-Password")]
    [InlineData("UnsupportedOperation.UnsupportedInternationalUser", "RunInstances", "ap-beijing", "site or type")]
    [InlineData("InvalidParameterValue.InsufficientPrice", "InquiryPriceRunInstances", "ap-beijing", "spot")]
    [InlineData("LimitExceeded.DisasterRecoverGroup", "RunInstances", "ap-beijing", "reached a quota in ap-beijing")]
    [InlineData("LimitExceeded.TagValue", "TagResources", null, "reached a quota")]
    [InlineData("InvalidParameter.ReservedTagKey", "TagResources", null, "reserves this tag key")]
    [InlineData("FailedOperation.PolicyEnforcedInvalid", "TagResources", null, "tag policy")]
    [InlineData("FailedOperation.ResourceTagProcessing", "TagResources", null, "in a minute")]
    [InlineData("InvalidParameterValue.TagKeyCharacterIllegal", "TagResources", null, "127 characters")]
    public void A_code_has_advice_of_its_own(string code, string action, string? region, string advice)
    {
        var failure = new TencentCloudException(TencentCloudErrorKind.Service, code, "m", action, region);

        Assert.Contains(advice, ErrorAdvice.For(failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AuthFailure.SignatureFailure", TencentCloudErrorKind.Authentication, "SecretKey does not belong")]
    [InlineData("AuthFailure.SignatureExpire", TencentCloudErrorKind.Authentication, "clock of this computer")]
    [InlineData("AuthFailure.TokenFailure", TencentCloudErrorKind.Authentication, "have expired")]
    [InlineData("UnauthorizedOperation.InvalidToken", TencentCloudErrorKind.Authentication, "have expired")]
    [InlineData("AuthFailure.CamRoleNameAuthenticateFailed", TencentCloudErrorKind.Authentication, "cam:PassRole")]
    [InlineData("UnauthorizedOperation.MFANotFound", TencentCloudErrorKind.Authorization, "multi-factor")]
    [InlineData("UnauthorizedOperation.PermissionDenied", TencentCloudErrorKind.Authorization, "CAM (Cloud Access Management)")]
    [InlineData("AuthFailure.AccessKeyIllegal", TencentCloudErrorKind.Authentication, "-Site International")]
    public void A_refused_key_has_advice_of_its_own(string code, TencentCloudErrorKind kind, string advice) => Assert.Contains(
        advice, ErrorAdvice.For(new TencentCloudException(kind, code, "m", "RunInstances", "ap-beijing")), StringComparison.Ordinal);

    [Theory]
    [InlineData("InvalidRegion.NotFound", "ap-shangai", "Did you mean ap-shanghai?")]
    [InlineData("InvalidParameterValue.InvalidRegion", "ap-shangai", "Did you mean ap-shanghai?")]
    [InlineData("InvalidParameterValue.InvalidRegion", "ap-shanghai", "after-sales service")]
    [InlineData("ImageQuotaLimitExceeded", "ap-shanghai", "Get-TccImageQuota -Region ap-shanghai")]
    public void The_advice_about_a_copy_is_about_its_destination(string code, string destination, string advice)
    {
        var failure = new TencentCloudException(TencentCloudErrorKind.Service, code, "m", "SyncImages", "ap-guangzhou");

        var error = ErrorRecords.CopyFailed(new TccImageCopy { Region = destination }, failure);

        Assert.Contains(advice, error.Exception is TccException { RecommendedAction: { } action } ? action : "", StringComparison.Ordinal);
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
