using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport.Errors;

public sealed class ErrorClassifierTests
{
    [Theory]
    [InlineData("RequestLimitExceeded", TencentCloudErrorKind.Throttled)]
    [InlineData("RequestLimitExceeded.UinLimitExceeded", TencentCloudErrorKind.Throttled)]
    [InlineData("RequestLimitExceeded.GlobalRegionUinLimitExceeded", TencentCloudErrorKind.Throttled)]
    [InlineData("RequestLimitExceededOfSomethingElse", TencentCloudErrorKind.Service)]
    [InlineData("LimitExceeded.CvmInstanceQuota", TencentCloudErrorKind.Service)]
    [InlineData("AuthFailure.SignatureExpire", TencentCloudErrorKind.Authentication)]
    [InlineData("AuthFailure.SecretIdNotFound", TencentCloudErrorKind.Authentication)]
    [InlineData("AuthFailure", TencentCloudErrorKind.Authentication)]
    [InlineData("AuthFailure.UnauthorizedOperation", TencentCloudErrorKind.Authorization)]
    [InlineData("UnauthorizedOperation", TencentCloudErrorKind.Authorization)]
    [InlineData("UnauthorizedOperation.PermissionDenied", TencentCloudErrorKind.Authorization)]
    [InlineData("UnauthorizedOperation.InvalidToken", TencentCloudErrorKind.Authentication)]
    [InlineData("InternalError", TencentCloudErrorKind.InternalError)]
    [InlineData("InternalError.DbError", TencentCloudErrorKind.InternalError)]
    [InlineData("InternalServerError", TencentCloudErrorKind.InternalError)]
    [InlineData("InvalidImageId.NotFound", TencentCloudErrorKind.Service)]
    [InlineData("SomethingNew.Tomorrow", TencentCloudErrorKind.Service)]
    [InlineData("", TencentCloudErrorKind.Service)]
    public void A_code_tells_what_to_do_next(string code, TencentCloudErrorKind kind) =>
        Assert.Equal(kind, ErrorClassifier.Classify(code, "DescribeImages"));

    [Theory]
    [InlineData("InvalidParameterValue.InvalidImageState")]
    [InlineData("FailedOperation.InvalidImageState")]
    public void A_busy_source_is_one_only_for_SyncImages(string code)
    {
        Assert.Equal(TencentCloudErrorKind.SourceBusy, ErrorClassifier.Classify(code, "SyncImages"));
        Assert.Equal(TencentCloudErrorKind.Service, ErrorClassifier.Classify(code, "RunInstances"));
    }
}
