using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport.Http;

/// <summary>What each thing that can go wrong with one attempt becomes.</summary>
public sealed class ResponseFailureTests
{
    [Fact]
    public async Task An_error_of_the_service_comes_with_status_200_and_keeps_code_message_request_ID_action_and_region()
    {
        var exception = await FailAsync(() => StubHandler.Error("InvalidZone.MismatchRegion", "No such zone."));

        Assert.Equal(TencentCloudErrorKind.Service, exception.Kind);
        Assert.Equal("InvalidZone.MismatchRegion", exception.Code);
        Assert.Equal("No such zone.", exception.Message);
        Assert.Equal("req-e", exception.RequestId);
        Assert.Equal("DescribeZones", exception.Action);
        Assert.Equal("ap-guangzhou", exception.Region);
        Assert.False(exception.MayHaveActed);
    }

    [Fact]
    public async Task An_error_of_the_service_is_read_whatever_the_status()
    {
        var exception = await FailAsync(() => StubHandler.Json(
            """{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"m"},"RequestId":"r"}}""",
            HttpStatusCode.Forbidden));

        Assert.Equal("AuthFailure.SignatureExpire", exception.Code);
        Assert.Equal(TencentCloudErrorKind.Authentication, exception.Kind);
        Assert.Equal("r", exception.RequestId);
    }

    [Theory]
    [InlineData("<html><body>Please log in</body></html>", "an HTML page")]
    [InlineData("", "an empty body")]
    [InlineData("hello", "not JSON")]
    [InlineData("""{"Response":{"ZoneSet":[""", "incomplete JSON")]
    [InlineData("""{"Respons":{}}""", "without a Response")]
    [InlineData("""{"Response":[]}""", "without a Response")]
    [InlineData("[]", "without a Response")]
    [InlineData("""{"Response":{"Error":{},"RequestId":"r"}}""", "without a code")]
    [InlineData("""{"Response":{"Error":"InternalError","RequestId":"r"}}""", "without a code")]
    [InlineData("""{"Response":{"Error":["x"],"RequestId":"r"}}""", "without a code")]
    public async Task What_is_no_answer_of_the_service_is_told_with_host_and_advice(string body, string what)
    {
        var exception = await FailAsync(() => StubHandler.Json(body));

        Assert.Equal(TencentCloudErrorKind.UnreadableResponse, exception.Kind);
        Assert.Equal("ClientError.UnreadableAnswer", exception.Code);
        Assert.True(exception.MayHaveActed);
        Assert.Contains("cvm.tencentcloudapi.com", exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(202, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(204, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(301, TencentCloudErrorKind.HttpStatus, true, "never redirects")]
    [InlineData(302, TencentCloudErrorKind.HttpStatus, true, "never redirects")]
    [InlineData(401, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(403, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(404, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(407, TencentCloudErrorKind.HttpStatus, true, "proxy")]
    [InlineData(413, TencentCloudErrorKind.HttpStatus, true, "other than the service")]
    [InlineData(408, TencentCloudErrorKind.HttpStatus, true, "in time")]
    [InlineData(429, TencentCloudErrorKind.Throttled, false, "request rate")]
    [InlineData(500, TencentCloudErrorKind.HttpStatus, true, "later")]
    [InlineData(502, TencentCloudErrorKind.HttpStatus, true, "later")]
    [InlineData(504, TencentCloudErrorKind.HttpStatus, true, "later")]
    public async Task A_status_that_the_service_does_not_use_is_told_with_host_and_advice(
        int status, TencentCloudErrorKind kind, bool mayHaveActed, string advice)
    {
        var exception = await FailAsync(() => StubHandler.Json("<html>", (HttpStatusCode)status));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal("ClientError.HttpStatusCodeError", exception.Code);
        Assert.Equal(mayHaveActed, exception.MayHaveActed);
        Assert.Contains($"HTTP status {status}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("cvm.tencentcloudapi.com", exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Well_formed_JSON_with_a_bad_status_is_no_success(HttpStatusCode status)
    {
        var exception = await FailAsync(() => StubHandler.Json("""{"Response":{"RequestId":"r"}}""", status));

        Assert.Equal(TencentCloudErrorKind.HttpStatus, exception.Kind);
        Assert.True(exception.MayHaveActed);
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused, false)]
    [InlineData(SocketError.HostNotFound, false)]
    [InlineData(SocketError.NetworkUnreachable, false)]
    [InlineData(SocketError.ConnectionReset, true)]
    [InlineData(SocketError.TimedOut, true)]
    public async Task Only_a_connection_that_was_certainly_not_made_has_not_acted(SocketError error, bool mayHaveActed)
    {
        var exception = await FailAsync(
            () => throw new HttpRequestException("outer", new SocketException((int)error)));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.Equal("ClientError.NetworkError", exception.Code);
        Assert.Equal(mayHaveActed, exception.MayHaveActed);
        Assert.Contains("cvm.tencentcloudapi.com", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_means_that_nothing_was_sent()
    {
        var exception = await FailAsync(
            () => throw new HttpRequestException("outer", new AuthenticationException("The certificate is wrong.")));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.False(exception.MayHaveActed);
        Assert.Contains("The certificate is wrong.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "The certificate is wrong", ": The certificate is wrong.")]
    [InlineData("en-US", "The certificate is wrong.", ": The certificate is wrong.")]
    [InlineData("zh-CN", "证书有误。", "：证书有误。")]
    [InlineData("zh-CN", "The certificate is wrong.", "：The certificate is wrong。")]
    public async Task A_message_of_the_system_ends_with_one_full_stop(string culture, string message, string expected)
    {
        Localized.Follow(CultureInfo.GetCultureInfo(culture));

        var exception = await FailAsync(() => throw new HttpRequestException("outer", new AuthenticationException(message)));

        Assert.EndsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_out_of_the_handler_for_connecting_means_that_nothing_was_sent()
    {
        var exception = await FailAsync(() => throw new TaskCanceledException("m", new TimeoutException("connecting")));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.False(exception.MayHaveActed);
    }

    [Fact]
    public async Task A_connection_lost_for_no_known_reason_may_have_acted()
    {
        var exception = await FailAsync(() => throw new HttpRequestException("lost"));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.True(exception.MayHaveActed);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_unreadable()
    {
        var exception = await FailAsync(() => new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) });

        Assert.Equal(TencentCloudErrorKind.UnreadableResponse, exception.Kind);
        Assert.True(exception.MayHaveActed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_bound_is_refused_with_and_without_its_length(bool told)
    {
        var body = new MemoryStream(new byte[1001]);
        var exception = await FailAsync(
            () => new HttpResponseMessage { Content = told ? new ByteArrayContent(body.ToArray()) : new UnsizedContent(body) },
            maxResponseBytes: 1000);

        Assert.Equal(TencentCloudErrorKind.ResponseTooLarge, exception.Kind);
        Assert.Equal("ClientError.AnswerTooLarge", exception.Code);
        Assert.True(exception.MayHaveActed);
        Assert.Contains("1000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_just_the_bound_is_read()
    {
        const string Answer = """{"Response":{"RequestId":"r"}}""";
        var padded = Encoding.UTF8.GetBytes(Answer.PadRight(1000));
        var handler = StubHandler.Always(() => new HttpResponseMessage { Content = new UnsizedContent(new MemoryStream(padded)) });
        var connection = Connections.To(handler, new VirtualClock(), maxResponseBytes: 1000);

        var response = await new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default);

        Assert.Equal("r", response.RequestId);
        Assert.Empty(response.ZoneSet);
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_sent()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var connection = Connections.To(handler, new VirtualClock(), credentials: new NoCredentials());

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(TencentCloudErrorKind.Credential, exception.Kind);
        Assert.Equal("ClientError.CredentialError", exception.Code);
        Assert.Equal("Log in first.", exception.Message);
        Assert.IsType<CredentialException>(exception.InnerException);
        Assert.False(exception.MayHaveActed);
        Assert.Empty(handler.Sent);
    }

    private static async Task<TencentCloudException> FailAsync(
        Func<HttpResponseMessage> answer, int maxResponseBytes = 16 * 1024 * 1024)
    {
        var connection = Connections.To(
            StubHandler.Always(answer), new VirtualClock(), maxResponseBytes: maxResponseBytes, maxAttempts: 1, maxThrottleWait: TimeSpan.Zero);
        return await Assert.ThrowsAsync<TencentCloudException>(
            () => new CvmClient(connection).DescribeZonesAsync("ap-guangzhou", default));
    }

    private sealed class NoCredentials : ICredentialSource
    {
        public string Description => "nothing";

        public string? RateKey => null;

        public ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken) =>
            throw new CredentialException("Log in first.");
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("The connection was reset.");
    }

    private sealed class UnsizedContent(Stream body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(body);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
