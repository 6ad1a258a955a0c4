using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>The forms of the Host header that clients send, over http and https.</summary>
public class HostHeaderTests
{
    // The clock of this machine: a port has real time.
    private readonly string _timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "http://127.0.0.1:{0}")]
    [InlineData("https://127.0.0.1:{0}", "https://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}/", "http://127.0.0.1:{0}/")]
    [InlineData("HTTP://127.0.0.1:{0}", "127.0.0.1:{0}")]
    [InlineData("127.0.0.1:{0}", "127.0.0.1")]
    public async Task A_host_with_a_scheme_is_accepted_and_verified_as_it_was_signed(string sent, string signedHost)
    {
        await using var server = await SimulatorServer.StartAsync(new HostSettings { Urls = "http://127.0.0.1:0" }, TimeProvider.System);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);

        // Twice, so that the connection is used again after a body.
        Assert.Null(await CodeAsync(client.GetStream(), Format(sent, server), Format(signedHost, server)));
        Assert.Null(await CodeAsync(client.GetStream(), Format(sent, server), Format(signedHost, server), oneByteAtATime: true));
    }

    [Fact]
    public async Task A_signature_of_another_host_is_refused()
    {
        await using var server = await SimulatorServer.StartAsync(new HostSettings { Urls = "http://127.0.0.1:0" }, TimeProvider.System);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);

        Assert.Equal("AuthFailure.SignatureFailure", await CodeAsync(client.GetStream(), Format("http://127.0.0.1:{0}", server), "https://elsewhere"));
    }

    [Fact]
    public async Task Https_has_a_certificate_that_a_client_can_trust_by_its_file()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var info = Path.Combine(directory.FullName, "sim.json");
            await using var server = await SimulatorServer.StartAsync(new HostSettings { Urls = "https://127.0.0.1:0", InfoFile = info }, TimeProvider.System);
            var written = JsonDocument.Parse(await File.ReadAllTextAsync(info)).RootElement;
            Assert.StartsWith("https://127.0.0.1:", written.GetProperty("endpoint").GetString(), StringComparison.Ordinal);
            var pem = await File.ReadAllTextAsync(written.GetProperty("certificate").GetString()!);
            Assert.DoesNotContain("PRIVATE KEY", pem, StringComparison.Ordinal);
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);
            await using var tls = new SslStream(client.GetStream());

            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "127.0.0.1",
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck },
            });

            Assert.Null(await CodeAsync(tls, Format("https://127.0.0.1:{0}", server), Format("https://127.0.0.1:{0}", server)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Format(string host, SimulatorServer server) => string.Format(CultureInfo.InvariantCulture, host, server.Endpoint.Port);

    /// <summary>Sends a signed request and returns its error code, null for none.</summary>
    private async Task<string?> CodeAsync(Stream stream, string host, string signedHost, bool oneByteAtATime = false)
    {
        var request = Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nX-Before: Host: http://x\r\nhost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nX-TC-Action: DescribeImages\r\n"
            + $"X-TC-Version: 2017-03-12\r\nX-TC-Timestamp: {_timestamp}\r\nX-TC-Region: ap-guangzhou\r\nAuthorization: {Sign(signedHost)}\r\n\r\n{{}}");
        for (var sent = 0; sent < request.Length;)
        {
            var part = oneByteAtATime ? 1 : request.Length;
            await stream.WriteAsync(request.AsMemory(sent, part));
            await stream.FlushAsync();
            sent += part;
        }
        using var body = JsonDocument.Parse(await BodyAsync(stream));
        return body.RootElement.GetProperty("Response").TryGetProperty("Error", out var error) ? error.GetProperty("Code").GetString() : null;
    }

    private static async Task<byte[]> BodyAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }
        Assert.StartsWith("HTTP/1.1 200", head.ToString(), StringComparison.Ordinal);
        var length = head.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return body;
    }

    /// <summary>Signs as the official clients do, by the published method.</summary>
    private string Sign(string host)
    {
        static string Hex(byte[] data) => Convert.ToHexStringLower(data);
        var date = DateTimeOffset.FromUnixTimeSeconds(long.Parse(_timestamp, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var canonical = $"POST\n/\n\ncontent-type:application/json\nhost:{host}\n\ncontent-type;host\n{Hex(SHA256.HashData("{}"u8))}";
        var toSign = $"TC3-HMAC-SHA256\n{_timestamp}\n{date}/cvm/tc3_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("TC3" + SimulatedWorld.Owner.SecretKey);
        foreach (var part in new[] { date, "cvm", "tc3_request" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return $"TC3-HMAC-SHA256 Credential={SimulatedWorld.Owner.SecretId}/{date}/cvm/tc3_request, SignedHeaders=content-type;host, "
            + $"Signature={Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))}";
    }
}
