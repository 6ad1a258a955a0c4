using System.Globalization;
using System.Text;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>
/// Verifies TC3-HMAC-SHA256 as the service does. It follows Tencent's description and shares no code with the client, so
/// that it does not repeat a mistake of the client.
/// </summary>
internal sealed class SignatureVerifier
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private readonly Func<string, SimulatedAccount?> _findBySecretId;

    /// <param name="findBySecretId">Finds the account of a SecretId.</param>
    public SignatureVerifier(Func<string, SimulatedAccount?> findBySecretId) => _findBySecretId = findBySecretId;

    /// <summary>Verifies the signature of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="common">Its headers.</param>
    /// <param name="service">The service that the scope must name; null for any.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">The settings.</param>
    /// <returns>The account that signed it.</returns>
    public SimulatedAccount Verify(SimulatedRequest request, CommonHeaders common, string? service, DateTimeOffset now, SimulatedCloudOptions options)
    {
        var header = request.Header("Authorization");
        if (header.Length == 0)
            throw new ServiceException("MissingParameter", "Authorization");
        var authorization = Authorization.Parse(header);
        var signedAt = DateTimeOffset.FromUnixTimeSeconds(common.Timestamp);
        if ((now - signedAt).Duration() > options.MaximumClockSkew)
            throw new ServiceException("AuthFailure.SignatureExpire");
        var account = _findBySecretId(authorization.SecretId) ?? throw new ServiceException(UnknownKey(authorization.SecretId, service));
        if (authorization.Date != signedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            || (service is not null && !Services(request, service).Contains(authorization.Service))
            || !IsSignedBy(account.SecretKey, authorization, request, common))
        {
            throw new ServiceException("AuthFailure.SignatureFailure");
        }
        CheckToken(account, request.Header("X-TC-Token"), now, options.TokenError);
        return account;
    }

    // The codes are documented. That keys of the API begin so is common knowledge.
    private static string UnknownKey(string secretId, string? service)
    {
        if (secretId.StartsWith("AKID", StringComparison.Ordinal))
            return "AuthFailure.SecretIdNotFound";
        return service == "sts" ? "AuthFailure.AccessKeyIllegal" : "AuthFailure.InvalidSecretId";
    }

    /// <summary>Returns the canonical request for a host.</summary>
    internal static string CanonicalRequest(SimulatedRequest request, IEnumerable<string> signedHeaders, string host)
    {
        var names = signedHeaders.ToList();
        var text = new StringBuilder().Append(request.Method).Append('\n').Append("/\n").Append(request.Query).Append('\n');
        foreach (var name in names)
        {
            var value = name == "host" ? host : request.Header(name);
            text.Append(name).Append(':').Append(Lower(value)).Append('\n');
        }
        return text.Append('\n').Append(string.Join(";", names)).Append('\n').Append(PayloadHash(request)).ToString();
    }

    /// <summary>Returns the signature of a canonical request.</summary>
    internal static string Sign(string secretKey, string canonicalRequest, string date, string service, long timestamp)
    {
        var toSign = FormattableString.Invariant(
            $"{Authorization.Algorithm}\n{timestamp}\n{date}/{service}/tc3_request\n{Digest.Sha256Hex(Encoding.UTF8.GetBytes(canonicalRequest))}");
        var key = Digest.Hmac(Encoding.UTF8.GetBytes("TC3" + secretKey), date);
        key = Digest.Hmac(key, service);
        key = Digest.Hmac(key, "tc3_request");
        return Digest.Hex(Digest.Hmac(key, toSign));
    }

    // A client can leave the body unsigned: then it signs this text instead. Source: the official Go and Python clients.
    private static string PayloadHash(SimulatedRequest request) => Digest.Sha256Hex(
        request.Header("X-TC-Content-SHA256") == UnsignedPayload ? Encoding.UTF8.GetBytes(UnsignedPayload) : request.Body);

    private static bool IsSignedBy(string secretKey, Authorization authorization, SimulatedRequest request, CommonHeaders common)
    {
        var matches = false;
        foreach (var host in Hosts(request))
        {
            var canonical = CanonicalRequest(request, authorization.SignedHeaders, host);
            var signature = Sign(secretKey, canonical, authorization.Date, authorization.Service, common.Timestamp);
            matches |= Digest.FixedTimeEquals(signature, authorization.Signature);
        }
        return matches;
    }

    /// <summary>Returns the host as it was sent, and without its scheme and its port: the official clients differ.</summary>
    private static IEnumerable<string> Hosts(SimulatedRequest request) =>
        new[] { request.Header("Host"), request.Host, WithoutPort(request.Host) }.Distinct();

    /// <summary>Returns the valid services of the scope: the service, or the first label of the endpoint, which some clients use.</summary>
    private static string[] Services(SimulatedRequest request, string service)
    {
        var host = Lower(request.Host);
        return [service, Lower(request.Header("Host")).Split('.')[0], host.Split('.')[0], WithoutPort(host).Split('.')[0]];
    }

    private static void CheckToken(SimulatedAccount account, string token, DateTimeOffset now, TokenError error)
    {
        if (!Digest.FixedTimeEquals(account.Token ?? "", token) || account.Expires <= now)
            throw new ServiceException(error == TokenError.InvalidToken ? "UnauthorizedOperation.InvalidToken" : "AuthFailure.TokenFailure");
    }

    internal static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host.Substring(0, colon) : host;
    }

#pragma warning disable CA1308 // The signature method requires lower case.
    private static string Lower(string value) => value.ToLowerInvariant();
#pragma warning restore CA1308
}
