using System.Globalization;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>Creates the HTTP request of one attempt, with the same headers as Tencent's own clients.</summary>
internal static class SignedRequest
{
    private const string ContentType = "application/json";

    public static HttpRequestMessage Create(
        ApiCall call,
        ServiceEndpoint endpoint,
        TencentCredential credential,
        DateTimeOffset time,
        string language,
        string userAgent)
    {
        var signed = new SignedHeaders(new Dictionary<string, string> { ["content-type"] = ContentType, ["host"] = endpoint.Host });
        var canonicalRequest = Tc3Signer.CanonicalRequest("POST", "/", "", signed, call.Body);
        var signingKey = SigningKeys.For(credential, time, call.Service);
        var authorization = Tc3Signer.Authorization(credential.SecretId, signingKey, time, call.Service, signed, canonicalRequest);

        var content = new ByteArrayContent(call.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Uri) { Content = content };
        var headers = request.Headers;
        headers.Host = endpoint.Host;
#if !NET
        // The .NET Framework sends it by default. It costs a round trip, and some proxies do not support it.
        headers.ExpectContinue = false;
#endif
        headers.TryAddWithoutValidation("User-Agent", userAgent);
        headers.TryAddWithoutValidation("Accept", ContentType);
        headers.TryAddWithoutValidation("X-TC-Action", call.Action);
        headers.TryAddWithoutValidation("X-TC-Version", call.Version);
        headers.TryAddWithoutValidation(
            "X-TC-Timestamp", time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        headers.TryAddWithoutValidation("X-TC-Language", language);
        if (call.Region is not null)
            headers.TryAddWithoutValidation("X-TC-Region", call.Region);
        if (credential.Token is not null)
            headers.TryAddWithoutValidation("X-TC-Token", credential.Token);
        headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }
}
