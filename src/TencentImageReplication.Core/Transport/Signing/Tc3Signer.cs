using System.Globalization;
using System.Text;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>The signature TC3-HMAC-SHA256, step by step, as "Signature Method v3" of the documentation has it.</summary>
public static class Tc3Signer
{
    /// <summary>The name of the method, which starts the <c>Authorization</c> header.</summary>
    public const string Algorithm = "TC3-HMAC-SHA256";

    private const string Terminator = "tc3_request";

    /// <summary>What of the request is signed, in the one order that both sides agree on.</summary>
    /// <param name="method">The HTTP method, in capitals.</param>
    /// <param name="path">The path, <c>/</c> for every action.</param>
    /// <param name="query">The query as it is sent, without question mark; empty for a POST.</param>
    /// <param name="headers">The headers to sign, <c>content-type</c> and <c>host</c> among them, in any order and case.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string CanonicalRequest(
        string method, string path, string query, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var lines = new StringBuilder();
        lines.Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var (name, value) in Sorted(headers))
            lines.Append(name).Append(':').Append(value).Append('\n');

        return lines.Append('\n').Append(SignedHeaders(headers)).Append('\n').Append(Hashing.Sha256Hex(body)).ToString();
    }

    /// <summary>The names of the signed headers: lower case, sorted, joined by semicolons.</summary>
    public static string SignedHeaders(IReadOnlyDictionary<string, string> headers) =>
        string.Join(";", Sorted(headers).Select(header => header.Name));

    /// <summary>What a signature is good for: one service on one day in UTC.</summary>
    public static string CredentialScope(DateTimeOffset time, string service) => $"{Date(time)}/{service}/{Terminator}";

    /// <summary>The text that the signature is made of.</summary>
    public static string StringToSign(DateTimeOffset time, string service, string canonicalRequest)
    {
        var timestamp = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = Hashing.Sha256Hex(Encoding.UTF8.GetBytes(canonicalRequest));
        return $"{Algorithm}\n{timestamp}\n{CredentialScope(time, service)}\n{hash}";
    }

    /// <summary>The key to sign with: good for one service on one day in UTC.</summary>
    public static byte[] SigningKey(string secretKey, DateTimeOffset time, string service) =>
        SigningKey(ServiceKey(DateKey(secretKey, time), service));

    /// <summary>The signature, in hexadecimal.</summary>
    public static string Signature(byte[] signingKey, string stringToSign) => Hashing.Hex(Hashing.HmacSha256(signingKey, stringToSign));

    /// <summary>The value of the <c>Authorization</c> header.</summary>
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="signingKey">What was derived from the key for this day and service.</param>
    /// <param name="time">When the request is made.</param>
    /// <param name="service">The service that it is made to.</param>
    /// <param name="headers">The headers that are signed.</param>
    /// <param name="canonicalRequest">What of the request is signed.</param>
    public static string Authorization(
        string secretId, byte[] signingKey, DateTimeOffset time, string service, IReadOnlyDictionary<string, string> headers,
        string canonicalRequest)
    {
        var signature = Signature(signingKey, StringToSign(time, service, canonicalRequest));
        return $"{Algorithm} Credential={secretId}/{CredentialScope(time, service)}, "
            + $"SignedHeaders={SignedHeaders(headers)}, Signature={signature}";
    }

    internal static byte[] DateKey(string secretKey, DateTimeOffset time) =>
        Hashing.HmacSha256(Encoding.UTF8.GetBytes("TC3" + secretKey), Date(time));

    internal static byte[] ServiceKey(byte[] dateKey, string service) => Hashing.HmacSha256(dateKey, service);

    internal static byte[] SigningKey(byte[] serviceKey) => Hashing.HmacSha256(serviceKey, Terminator);

    // Invariant, since a culture may have another calendar.
    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The service compares values in lower case.
    private static IEnumerable<(string Name, string Value)> Sorted(IReadOnlyDictionary<string, string> headers) => headers
        .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim().ToLowerInvariant()))
        .OrderBy(header => header.Name, StringComparer.Ordinal);
}
