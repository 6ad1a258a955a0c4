using System.IO.Compression;
using System.Text;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport.Http;

/// <summary>The real handler against a socket of this machine.</summary>
public sealed class SharedHandlerTests
{
    private const string Answer = """{"Response":{"ZoneSet":[{"Zone":"ap-guangzhou-6"}],"RequestId":"r"}}""";

    [Fact]
    public async Task Host_length_and_type_are_on_the_wire_as_signed_and_nothing_waits_for_100_Continue()
    {
        var (response, request) = await CallAsync(LocalPort.Plain(Answer));

        Assert.Equal("ap-guangzhou-6", Assert.Single(response.ZoneSet).Zone);
        var lines = request.Split("\r\n");
        Assert.Equal("POST / HTTP/1.1", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("Host: 127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains("Content-Type: application/json", lines);
        Assert.Contains("Content-Length: 2", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Expect", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(lines, line => line.StartsWith("Authorization: TC3-HMAC-SHA256 Credential=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        var (response, _) = await CallAsync(Compressed(Encoding.UTF8.GetBytes(Answer)));

        Assert.Equal("r", response.RequestId);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_into_a_huge_one_is_refused()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => CallAsync(Compressed(new byte[32 * 1024 * 1024])));

        Assert.Equal(TencentCloudErrorKind.ResponseTooLarge, exception.Kind);
    }

    [Fact]
    public async Task An_answer_that_is_not_what_it_says_is_compressed_is_unreadable()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => CallAsync([.. LocalPort.Head("Content-Encoding: gzip\r\nContent-Length: 5"), .. "hello"u8]));

        Assert.Equal(TencentCloudErrorKind.UnreadableResponse, exception.Kind);
    }

    [Fact]
    public async Task An_answer_shorter_than_it_says_is_unreadable()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => CallAsync([.. LocalPort.Head("Content-Length: 1000"), .. Encoding.UTF8.GetBytes(Answer)]));

        Assert.Equal(TencentCloudErrorKind.UnreadableResponse, exception.Kind);
        Assert.True(exception.MayHaveActed);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(() => CallAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")));

        Assert.Equal(TencentCloudErrorKind.HttpStatus, exception.Kind);
        Assert.Contains("302", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_closed_before_the_answer_may_have_acted()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(() => CallAsync([]));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.True(exception.MayHaveActed);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_has_not_acted()
    {
        Uri nobody;
        using (var port = new LocalPort())
            nobody = port.Address;

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => Client(nobody).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.False(exception.MayHaveActed);
        Assert.Contains(nobody.Authority, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_connections_share_one_handler() =>
        Assert.Same(SharedHandler.Instance, SharedHandler.Instance);

    private static CvmClient Client(Uri address) => new(Connections.To(
        SharedHandler.Instance, new VirtualClock(), maxAttempts: 1, endpoints: new EndpointResolver(TencentCloudSite.China, address)));

    private static async Task<(DescribeZonesResponse Response, string Request)> CallAsync(byte[] answer)
    {
        using var port = new LocalPort();
        var call = Client(port.Address).DescribeZonesAsync("ap-guangzhou", default);
        var request = await port.AnswerAsync(answer);
        return (await call, request);
    }

    private static byte[] Compressed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return [.. LocalPort.Head($"Content-Encoding: gzip\r\nContent-Length: {packed.Length}"), .. packed.ToArray()];
    }
}
