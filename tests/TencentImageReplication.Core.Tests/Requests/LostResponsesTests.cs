using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class LostResponsesTests
{
    private static readonly TencentCloudException Lost =
        new(TencentCloudErrorKind.ConnectionFailed, "ClientError.Timeout", "", "SyncImages", "ap-guangzhou", "request-1", mayHaveActed: true);

    [Fact]
    public void A_request_is_retried_until_the_third_lost_response()
    {
        var losses = LostResponses.None;
        Assert.Equal((false, true), (losses.Any, losses.MayRetry));

        losses = losses.With(Lost);
        Assert.Equal((true, true), (losses.Any, losses.MayRetry));

        losses = losses.With(Lost);
        Assert.True(losses.MayRetry);
        Assert.False(losses.With(Lost).MayRetry);
    }

    [Fact]
    public void An_unknown_outcome_names_both_errors_and_the_advice()
    {
        var unknown = LostResponses.None.With(Lost).OutcomeUnknown("ap-beijing", "it was started", "InternalError", "Run it again.");

        Assert.Equal(
            "It is not known whether it was started: there was no response to the request (ClientError.Timeout), "
                + "and its effect could not be checked since (InternalError). Run it again.",
            unknown.Message);
        Assert.Equal(
            (TencentCloudErrorKind.ConnectionFailed, ClientErrorCodes.OutcomeUnknown, "SyncImages", "ap-beijing", "request-1", true),
            (unknown.Kind, unknown.Code, unknown.Action, unknown.Region, unknown.RequestId, unknown.MayHaveActed));
        Assert.Same(Lost, unknown.InnerException);
    }

    [Fact]
    public void Without_a_lost_response_no_outcome_is_unknown() =>
        Assert.Throws<InvalidOperationException>(() => LostResponses.None.OutcomeUnknown("", "", "", ""));
}
