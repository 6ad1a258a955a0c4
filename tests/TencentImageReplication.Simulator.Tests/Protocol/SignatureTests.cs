using System.Security.Cryptography;
using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class SignatureTests
{
    public static TheoryData<int> Captures => [.. Enumerable.Range(0, Capture.All.Count)];

    [Theory]
    [MemberData(nameof(Captures))]
    public void The_signature_is_the_same_as_that_of_the_python_client(int index)
    {
        var capture = Capture.All[index];
        var authorization = Authorization.Parse(capture.Request.Header("Authorization"));

        var canonical = SignatureVerifier.CanonicalRequest(capture.Request, authorization.SignedHeaders, capture.Request.Header("Host"));
        var signature = SignatureVerifier.Sign(
            Capture.File.GetProperty("secretKey").GetString()!, canonical, authorization.Date, authorization.Service, capture.Timestamp);

        Assert.Equal(capture.CanonicalRequest, canonical);
        Assert.Equal(capture.Signature, signature);
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task Requests_of_the_python_client_succeed(int index)
    {
        var capture = Capture.All[index];
        var cloud = new SimulatedCloud(new SimulatedCloudOptions(), new VirtualClock(DateTimeOffset.FromUnixTimeSeconds(capture.Timestamp)));
        var account = new SimulatedAccount
        {
            AccountId = "100000000009",
            Name = "peer",
            SecretId = Capture.File.GetProperty("secretId").GetString()!,
            SecretKey = Capture.File.GetProperty("secretKey").GetString()!,
            Token = capture.Token,
        };
        cloud.AddAccount(account);
        cloud.AddImage(new SimulatedImage { ImageId = "img-peer0001", ImageName = "peer", Region = "ap-guangzhou", AccountId = account.AccountId });

        var response = await cloud.HandleAsync(capture.Request, CancellationToken.None);

        var responseBody = ResponseBody.Parse(response.Body);
        SchemaWalk.Check(cloud.Actions, capture.Action, responseBody);
        Assert.Null(responseBody.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_published_vectors_match(int index)
    {
        var file = Capture.Read("published-vectors.json");
        var common = file.GetProperty("common");
        var vector = file.GetProperty("vectors")[index];
        var headers = new Dictionary<string, string>
        {
            ["Host"] = common.GetProperty("host").GetString()!,
            ["Content-Type"] = common.GetProperty("content_type").GetString()!,
            ["X-TC-Action"] = common.GetProperty("action").GetString()!,
        };
        var request = new SimulatedRequest("POST", "/", headers, Encoding.UTF8.GetBytes(common.GetProperty("body").GetString()!));
        var signed = vector.GetProperty("signed_headers").EnumerateArray().Select(name => name.GetString()!).ToArray();
        var timestamp = common.GetProperty("timestamp").GetInt64();
        var secretKey = vector.GetProperty("secretKey").GetString()!;

        var canonical = SignatureVerifier.CanonicalRequest(request, signed, request.Header("Host"));

        Assert.Equal(common.GetProperty("payload_sha256").GetString(), Digest.Sha256Hex(request.Body));
        Assert.Equal(vector.GetProperty("canonical_request_sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        Assert.Equal(vector.GetProperty("signature").GetString(), SignatureVerifier.Sign(secretKey, canonical, "2019-02-25", "cvm", timestamp));
        var own = TestSigner.Sign(request, new SignedAs(vector.GetProperty("secretId").GetString()!, secretKey, timestamp) { SignedHeaders = signed });
        Assert.EndsWith("Signature=" + vector.GetProperty("signature").GetString(), own, StringComparison.Ordinal);
    }
}
