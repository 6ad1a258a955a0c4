using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TencentImageReplication.Core.Cvm;
using TencentImageReplication.Core.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Tests.Transport;

/// <summary>The real handler against a socket of this machine.</summary>
public sealed class SharedHandlerTests
{
    private const string Answer = """{"Response":{"ZoneSet":[{"Zone":"ap-guangzhou-6"}],"RequestId":"r"}}""";

    [Fact]
    public async Task Host_length_and_type_are_on_the_wire_as_signed_and_nothing_waits_for_100_Continue()
    {
        var (response, request) = await CallAsync(Plain(Answer));

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

        Assert.Equal(TencentCloudErrorKind.AnswerTooLarge, exception.Kind);
    }

    [Fact]
    public async Task An_answer_that_is_not_what_it_says_is_compressed_is_unreadable()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => CallAsync([.. Head("Content-Encoding: gzip\r\nContent-Length: 5"), .. "hello"u8]));

        Assert.Equal(TencentCloudErrorKind.UnreadableAnswer, exception.Kind);
    }

    [Fact]
    public async Task An_answer_shorter_than_it_says_is_unreadable()
    {
        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => CallAsync([.. Head("Content-Length: 1000"), .. Encoding.UTF8.GetBytes(Answer)]));

        Assert.Equal(TencentCloudErrorKind.UnreadableAnswer, exception.Kind);
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
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => Client(port).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, exception.Kind);
        Assert.False(exception.MayHaveActed);
        Assert.Contains($"127.0.0.1:{port}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_connections_share_one_handler() =>
        Assert.Same(SharedHandler.Instance, SharedHandler.Instance);

    private static CvmClient Client(int port)
    {
        var endpoints = new EndpointResolver(TencentCloudSite.China, new Uri($"http://127.0.0.1:{port}"));
        return new CvmClient(
            Connections.To(SharedHandler.Instance, Clock.Create(), maxAttempts: 1, endpoints: endpoints));
    }

    // Serves one request with the given bytes, then closes the connection.
    private static async Task<(DescribeZonesResponse Response, string Request)> CallAsync(byte[] answer)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            var call = Client(((IPEndPoint)listener.LocalEndpoint).Port).DescribeZonesAsync("ap-guangzhou", default);
            string request;
            using (var socket = await listener.AcceptSocketAsync())
            await using (var stream = new NetworkStream(socket))
            {
                request = await ReadRequestAsync(stream);
                try
                {
                    await stream.WriteAsync(answer);
                }
                catch (IOException)
                {
                    // The client has seen enough of a huge answer and has gone.
                }
            }

            return (await call, request);
        }
        finally
        {
            listener.Stop();
        }
    }

    // To the end of the body, which is {} in these tests.
    private static async Task<string> ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith("\r\n\r\n{}", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, count);
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static byte[] Plain(string body) =>
        [.. Head($"Content-Length: {Encoding.UTF8.GetByteCount(body)}"), .. Encoding.UTF8.GetBytes(body)];

    private static byte[] Compressed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return [.. Head($"Content-Encoding: gzip\r\nContent-Length: {packed.Length}"), .. packed.ToArray()];
    }

    private static byte[] Head(string headers) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n\r\n");
}
