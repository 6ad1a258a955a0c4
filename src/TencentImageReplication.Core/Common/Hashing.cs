using System.Security.Cryptography;
using System.Text;

namespace TencentImageReplication.Core.Common;

/// <summary>Hash functions, on .NET and the .NET Framework.</summary>
internal static class Hashing
{
    private const string HexDigits = "0123456789abcdef";

    public static string Sha256Hex(byte[] data)
    {
#if NET
        return Hex(SHA256.HashData(data));
#else
        using var hash = SHA256.Create();
        return Hex(hash.ComputeHash(data));
#endif
    }

    public static byte[] HmacSha256(byte[] key, string message)
    {
        var data = Encoding.UTF8.GetBytes(message);
#if NET
        return HMACSHA256.HashData(key, data);
#else
        using var hash = new HMACSHA256(key);
        return hash.ComputeHash(data);
#endif
    }

    public static string Hex(byte[] data)
    {
        var text = new StringBuilder(data.Length * 2);
        foreach (var b in data)
            text.Append(HexDigits[b >> 4]).Append(HexDigits[b & 0xF]);
        return text.ToString();
    }
}
