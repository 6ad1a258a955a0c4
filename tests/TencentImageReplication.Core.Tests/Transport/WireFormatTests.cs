using System.Text.Json.Nodes;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Core.Tests.Transport;

/// <summary>What this client sends is held to what Tencent's own Python client sent for the same parameters.</summary>
public sealed class WireFormatTests
{
    // This client names itself otherwise, and leaves the connection's own headers to the platform.
    private static readonly string[] OwnHeaders =
        ["User-Agent", "Accept", "Accept-Encoding", "Connection", "X-TC-TraceId", "X-TC-RequestClient", "Content-Length"];

    public static TheoryData<int> CapturedPosts =>
        [.. CaptureFiles.PythonRequests().Index().Where(c => c.Item.Text("http_method") == "POST").Select(c => c.Index)];

    [Theory]
    [MemberData(nameof(CapturedPosts))]
    public async Task The_same_parameters_make_the_same_headers_and_the_same_body(int index)
    {
        var capture = CaptureFiles.PythonRequests()[index];
        var clock = new VirtualClock(DateTimeOffset.FromUnixTimeSeconds(capture["timestamp"]!.GetValue<long>()).AddDays(1));
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var connection = Connections.To(
            handler,
            clock,
            language: capture["language"]?.GetValue<string>() ?? "zh-CN",
            endpoints: EndpointOf(capture),
            credentials: CredentialsOf(capture));

        await SendAsync(connection, capture);

        var sent = Assert.Single(handler.Sent);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("/", sent.Uri.PathAndQuery);
        Assert.True(CaptureFiles.SameJson(capture["params"], sent.Json), sent.Json.ToJsonString());
        Assert.True(CaptureFiles.SameJson(JsonNode.Parse(capture["wire"]!.Text("body")), sent.Json));
        foreach (var header in capture["wire"]!["headers"]!.AsArray())
        {
            var name = header![0]!.GetValue<string>();
            if (OwnHeaders.Contains(name) || name is "Authorization" or "X-TC-Timestamp")
                continue;

            Assert.Equal(header[1]!.GetValue<string>(), sent.Headers[name]);
        }

        var known = capture["wire"]!["headers"]!.AsArray().Select(h => h![0]!.GetValue<string>()).Concat(OwnHeaders);
        Assert.Empty(sent.Headers.Keys.Except(known, StringComparer.OrdinalIgnoreCase).Except(["Expect"]));
        Assert.Equal(
            WithoutSignature(CaptureFiles.Header(capture, "Authorization")!, nextDay: true),
            WithoutSignature(sent.Headers["Authorization"], nextDay: false));
    }

    [Fact]
    public async Task The_signature_fits_what_is_sent()
    {
        var clock = new VirtualClock();
        var handler = StubHandler.Always(() => StubHandler.Ok());

        await Connections.Client(handler, clock).DescribeZonesAsync("ap-guangzhou", default);

        var sent = Assert.Single(handler.Sent);
        var signed = new SignedHeaders(new Dictionary<string, string>
        {
            ["content-type"] = sent.Headers["Content-Type"],
            ["host"] = sent.Headers["Host"],
        });
        var canonicalRequest = Tc3Signer.CanonicalRequest("POST", "/", "", signed, sent.Body);
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(sent.Headers["X-TC-Timestamp"], null));
        Assert.Equal(VirtualClock.Start, time);
        Assert.Equal(
            Tc3Signer.Authorization(
                Connections.SecretId, Tc3Signer.SigningKey(Connections.SecretKey, time, "cvm"), time, "cvm", signed, canonicalRequest),
            sent.Headers["Authorization"]);
        Assert.Equal(Connections.Token, sent.Headers["X-TC-Token"]);
    }

    [Fact]
    public async Task A_request_without_region_or_token_has_no_header_for_them()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var credentials = new StaticCredentialSource(new TencentCredential("AKIDx", "y"), "a test");
        var connection = Connections.To(handler, new VirtualClock(), credentials: credentials);

        await new CvmClient(connection).DescribeRegionsAsync(default);

        var sent = Assert.Single(handler.Sent);
        Assert.DoesNotContain("X-TC-Region", sent.Headers.Keys);
        Assert.DoesNotContain("X-TC-Token", sent.Headers.Keys);
        Assert.Equal("{}", sent.Json.ToJsonString());
    }

    [Theory]
    [InlineData("ap-guangzhou\r\nX-Evil: 1")]
    [InlineData("evil.example/")]
    [InlineData("")]
    public async Task A_region_that_is_none_is_refused_before_anything_is_sent(string region)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());

        await Assert.ThrowsAsync<ArgumentException>(
            () => Connections.Client(handler, new VirtualClock()).DescribeZonesAsync(region, default));

        Assert.Empty(handler.Sent);
    }

    private static Task SendAsync(TencentCloudConnection connection, JsonNode capture)
    {
        var region = capture.Text("region") is { Length: > 0 } id ? id : null;
        return capture.Text("action") switch
        {
            "DescribeImages" => Send(CvmActions.DescribeImages),
            "SyncImages" => Send(CvmActions.SyncImages),
            "RunInstances" => Send(CvmActions.RunInstances),
            "DescribeInstances" => Send(CvmActions.DescribeInstances),
            "DescribeRegions" => Send(CvmActions.DescribeRegions),
            var action => throw new InvalidOperationException($"No test sends {action}."),
        };

        Task Send<TRequest, TResponse>(CvmAction<TRequest, TResponse> action)
            where TRequest : class
            where TResponse : CvmResponse
        {
            var request = System.Text.Json.JsonSerializer.Deserialize<TRequest>(capture["params"]!.ToJsonString())!;
            return connection.SendAsync(action, request, region, default);
        }
    }

    private static EndpointResolver EndpointOf(JsonNode capture)
    {
        var host = CaptureFiles.Header(capture, "Host")!;
        return capture.Text("mode") == "loopback"
            ? new EndpointResolver(TencentCloudSite.China, new Uri($"http://{host}"))
            : new EndpointResolver(TencentCloudSite.China);
    }

    private static StaticCredentialSource CredentialsOf(JsonNode capture)
    {
        var file = CaptureFiles.Load("tencentcloud-sdk-python.json");
        var credential = new TencentCredential(
            file.Text("secretId"), file.Text("secretKey"), capture["token"]?.GetValue<string>());
        return new StaticCredentialSource(credential, "a capture");
    }

    private static string WithoutSignature(string authorization, bool nextDay)
    {
        var text = authorization[..authorization.IndexOf("Signature=", StringComparison.Ordinal)];
        return nextDay ? text.Replace("/2026-11-23/", "/2026-11-24/", StringComparison.Ordinal) : text;
    }
}
