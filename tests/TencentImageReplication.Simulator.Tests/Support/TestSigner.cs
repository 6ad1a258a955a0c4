using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>Signs requests with the published method. A test checks it against the published vectors.</summary>
internal static class TestSigner
{
    public static string Sign(SimulatedRequest request, SignedAs signing)
    {
        var headers = string.Concat(signing.SignedHeaders.Select(name => $"{name}:{Value(request, name, signing)}\n"));
        var canonical = string.Join(
            '\n', request.Method, "/", request.Query, headers, string.Join(';', signing.SignedHeaders), Hex(SHA256.HashData(request.Body)));
        var date = DateTimeOffset.FromUnixTimeSeconds(signing.Timestamp).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scope = $"{date}/{signing.Service}/tc3_request";
        var toSign = string.Create(CultureInfo.InvariantCulture, $"TC3-HMAC-SHA256\n{signing.Timestamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}");
        var key = HMACSHA256.HashData(HMACSHA256.HashData(HMACSHA256.HashData(Encoding.UTF8.GetBytes("TC3" + signing.SecretKey), Encoding.UTF8.GetBytes(date)), Encoding.UTF8.GetBytes(signing.Service)), "tc3_request"u8.ToArray());
        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"TC3-HMAC-SHA256{signing.Separator}Credential={signing.SecretId}/{scope}, SignedHeaders={string.Join(';', signing.SignedHeaders)}, Signature={signature}";
    }

    private static string Value(SimulatedRequest request, string name, SignedAs signing) =>
        (name == "host" && signing.Host is not null ? signing.Host : request.Header(name)).ToLowerInvariant();

    private static string Hex(byte[] data) => Convert.ToHexStringLower(data);
}

/// <summary>The input of a signature, with the variations of the clients and the errors that a test makes.</summary>
internal sealed record SignedAs(string SecretId, string SecretKey, long Timestamp)
{
    public string Service { get; init; } = "cvm";

    public string[] SignedHeaders { get; init; } = ["content-type", "host"];

    public string Separator { get; init; } = " ";

    public string? Host { get; init; }
}
