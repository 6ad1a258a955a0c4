using System.Globalization;
using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Core.Tests.Transport.Signing;

public sealed class Tc3SignerTests
{
    public static TheoryData<int> PublishedVectors => [.. Enumerable.Range(0, 2)];

    public static TheoryData<int> CapturedRequests => [.. Enumerable.Range(0, CaptureFiles.PythonRequests().Count)];

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Published_vectors_are_reproduced_with_their_intermediate_values(int index)
    {
        var file = CaptureFiles.Load("published-vectors.json");
        var common = file["common"]!;
        var vector = file["vectors"]![index]!;
        var time = DateTimeOffset.FromUnixTimeSeconds(common["timestamp"]!.GetValue<long>());
        var service = common.Text("service");
        var body = Encoding.UTF8.GetBytes(common.Text("body"));
        var all = new Dictionary<string, string>
        {
            ["Host"] = common.Text("host"),
            ["Content-Type"] = common.Text("content_type"),
            ["X-TC-Action"] = common.Text("action"),
        };
        var names = vector["signed_headers"]!.AsArray().Select(n => n!.GetValue<string>()).ToList();
        var signed = new SignedHeaders(all.Where(h => names.Contains(h.Key.ToLowerInvariant())).ToDictionary());

        var canonicalRequest = Tc3Signer.CanonicalRequest(
            common.Text("method"), common.Text("uri"), common.Text("query"), signed, body);
        var stringToSign = Tc3Signer.StringToSign(time, service, canonicalRequest);

        Assert.Equal(common.Text("payload_sha256"), Hashing.Sha256Hex(body));
        Assert.Equal(
            vector.Text("canonical_request_sha256"), Hashing.Sha256Hex(Encoding.UTF8.GetBytes(canonicalRequest)));
        Assert.Equal(vector.Text("signature"), Tc3Signer.Signature(Tc3Signer.SigningKey(vector.Text("secretKey"), time, service), stringToSign));
        if (vector["secret_date"] is not null)
        {
            var dateKey = Tc3Signer.DateKey(vector.Text("secretKey"), time);
            var serviceKey = Tc3Signer.ServiceKey(dateKey, service);
            Assert.Equal(vector.Text("secret_date"), Hashing.Hex(dateKey));
            Assert.Equal(vector.Text("secret_service"), Hashing.Hex(serviceKey));
            Assert.Equal(vector.Text("secret_signing"), Hashing.Hex(Tc3Signer.SigningKey(serviceKey)));
        }
    }

    [Theory]
    [MemberData(nameof(CapturedRequests))]
    public void Requests_of_the_official_Python_client_are_signed_alike(int index)
    {
        var capture = CaptureFiles.PythonRequests()[index];
        var verify = capture["verify"]!;
        var time = DateTimeOffset.FromUnixTimeSeconds(capture["timestamp"]!.GetValue<long>());
        var body = Convert.FromBase64String(capture["wire"]!.Text("body_b64"));
        var signed = new SignedHeaders(verify["signed_headers"]!.AsArray().Select(n => n!.GetValue<string>())
            .ToDictionary(name => name, name => CaptureFiles.Header(capture, name)!));
        var path = capture["wire"]!.Text("path");
        var query = path.Contains('?', StringComparison.Ordinal) ? path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";

        var canonicalRequest = Tc3Signer.CanonicalRequest(capture.Text("http_method"), "/", query, signed, body);
        var stringToSign = Tc3Signer.StringToSign(time, verify.Text("service"), canonicalRequest);
        var signingKey = Tc3Signer.SigningKey(Python("secretKey"), time, verify.Text("service"));
        var authorization = Tc3Signer.Authorization(
            Python("secretId"), signingKey, time, verify.Text("service"), signed, canonicalRequest);

        Assert.Equal(verify.Text("canonical_request"), canonicalRequest);
        Assert.Equal(verify.Text("string_to_sign"), stringToSign);
        Assert.Equal(verify.Text("signature"), Tc3Signer.Signature(signingKey, stringToSign));
        Assert.Equal(CaptureFiles.Header(capture, "Authorization"), authorization);

        static string Python(string name) => CaptureFiles.Load("tencentcloud-sdk-python.json").Text(name);
    }

    [Fact]
    public void The_date_is_that_of_UTC_in_the_usual_calendar_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Its calendar is more than five hundred years ahead.
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");

            var scope = Tc3Signer.CredentialScope(new DateTimeOffset(2026, 1, 1, 3, 0, 0, TimeSpan.FromHours(8)), "cvm");

            Assert.Equal("2025-12-31/cvm/tc3_request", scope);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Headers_are_signed_sorted_trimmed_and_in_lower_case()
    {
        var headers = new Dictionary<string, string> { ["X-TC-Action"] = " DescribeImages ", ["Host"] = "H", ["Content-Type"] = "C" };

        var canonicalRequest = Tc3Signer.CanonicalRequest("POST", "/", "", new SignedHeaders(headers), []);

        Assert.StartsWith(
            "POST\n/\n\ncontent-type:c\nhost:h\nx-tc-action:describeimages\n\ncontent-type;host;x-tc-action\n",
            canonicalRequest,
            StringComparison.Ordinal);
    }
}
