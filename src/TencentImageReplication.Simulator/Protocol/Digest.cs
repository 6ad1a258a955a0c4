using System.Security.Cryptography;
using System.Text;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The hash functions of the signature.</summary>
internal static class Digest
{
    public static string Sha256Hex(byte[] data)
    {
#if NET
        return Hex(SHA256.HashData(data));
#else
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(data));
#endif
    }

    public static byte[] Hmac(byte[] key, string message)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(message));
    }

    public static string Hex(byte[] data)
    {
        const string Digits = "0123456789abcdef";
        var text = new StringBuilder(data.Length * 2);
        foreach (var value in data)
            text.Append(Digits[value >> 4]).Append(Digits[value & 0xF]);
        return text.ToString();
    }

    /// <summary>Compares texts in a time that does not depend on the position of the difference.</summary>
    public static bool FixedTimeEquals(string left, string right)
    {
        var difference = left.Length ^ right.Length;
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
