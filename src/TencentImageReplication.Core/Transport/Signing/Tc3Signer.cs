using System.Globalization;
using System.Text;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>Creates the signature TC3-HMAC-SHA256, step by step as in "Signature Method v3" of the documentation.</summary>
public static class Tc3Signer
{
    /// <summary>The name of the method, at the start of the <c>Authorization</c> header.</summary>
    public const string Algorithm = "TC3-HMAC-SHA256";

    private const string Terminator = "tc3_request";

    /// <summary>Returns the canonical request: the signed parts of a request, in canonical order.</summary>
    /// <param name="method">The HTTP method, in upper case.</param>
    /// <param name="path">The path, <c>/</c> for every action.</param>
    /// <param name="query">The query as sent, without question mark; empty for a POST.</param>
    /// <param name="headers">The signed headers.</param>
    /// <param name="body">The body as sent.</param>
    public static string CanonicalRequest(string method, string path, string query, SignedHeaders headers, byte[] body) =>
        $"{method}\n{path}\n{query}\n{headers.Lines}\n{headers.Names}\n{Hashing.Sha256Hex(body)}";

    /// <summary>Returns the scope of a signature: one service on one day in UTC.</summary>
    public static string CredentialScope(DateTimeOffset time, string service) => $"{Date(time)}/{service}/{Terminator}";

    /// <summary>Returns the text to sign.</summary>
    public static string StringToSign(DateTimeOffset time, string service, string canonicalRequest)
    {
        var timestamp = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = Hashing.Sha256Hex(Encoding.UTF8.GetBytes(canonicalRequest));
        return $"{Algorithm}\n{timestamp}\n{CredentialScope(time, service)}\n{hash}";
    }

    /// <summary>Returns the signing key: valid for one service on one day in UTC.</summary>
    public static byte[] SigningKey(string secretKey, DateTimeOffset time, string service) =>
        SigningKey(ServiceKey(DateKey(secretKey, time), service));

    /// <summary>Returns the signature, in hexadecimal.</summary>
    public static string Signature(byte[] signingKey, string stringToSign) => Hashing.Hex(Hashing.HmacSha256(signingKey, stringToSign));

    /// <summary>Returns the value of the <c>Authorization</c> header.</summary>
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="signingKey">The signing key of this day and service.</param>
    /// <param name="time">The time of the request.</param>
    /// <param name="service">The service.</param>
    /// <param name="headers">The signed headers.</param>
    /// <param name="canonicalRequest">The canonical request.</param>
    public static string Authorization(
        string secretId, byte[] signingKey, DateTimeOffset time, string service, SignedHeaders headers, string canonicalRequest)
    {
        var signature = Signature(signingKey, StringToSign(time, service, canonicalRequest));
        return $"{Algorithm} Credential={secretId}/{CredentialScope(time, service)}, "
            + $"SignedHeaders={headers.Names}, Signature={signature}";
    }

    internal static byte[] DateKey(string secretKey, DateTimeOffset time) =>
        Hashing.HmacSha256(Encoding.UTF8.GetBytes("TC3" + secretKey), Date(time));

    internal static byte[] ServiceKey(byte[] dateKey, string service) => Hashing.HmacSha256(dateKey, service);

    internal static byte[] SigningKey(byte[] serviceKey) => Hashing.HmacSha256(serviceKey, Terminator);

    // Invariant, because a culture can have another calendar.
    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
