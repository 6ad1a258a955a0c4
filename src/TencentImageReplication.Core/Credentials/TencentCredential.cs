using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials;

/// <summary>The key pair that signs requests, with the token and the end of temporary ones.</summary>
/// <remarks>Not a record, because a record prints its members.</remarks>
public sealed class TencentCredential
{
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token of a temporary key.</param>
    /// <param name="expiresAt">When a temporary key ends.</param>
    /// <exception cref="ArgumentException">A value is empty, or has blanks or control characters in it.</exception>
    public TencentCredential(
        string secretId, string secretKey, string? token = null, DateTimeOffset? expiresAt = null)
    {
        SecretId = Checked(secretId, nameof(secretId));
        SecretKey = Checked(secretKey, nameof(secretKey));
        Token = string.IsNullOrEmpty(token) ? null : Checked(token!, nameof(token));
        ExpiresAt = expiresAt;
    }

    /// <summary>The ID of the key; not secret, but personal.</summary>
    public string SecretId { get; }

    /// <summary>The key. Must not get into any log, message or file.</summary>
    public string SecretKey { get; }

    /// <summary>The token of a temporary key; null for a permanent one. As secret as the key.</summary>
    public string? Token { get; }

    /// <summary>When a temporary key ends; null when it does not, or nobody said.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The ID with its middle left out, to tell keys apart by.</summary>
    public string MaskedSecretId =>
        SecretId.Length >= 12
            ? $"{SecretId.Substring(0, 4)}...{SecretId.Substring(SecretId.Length - 4)}"
            : "...";

    /// <summary>The masked ID alone.</summary>
    public override string ToString() => $"TencentCredential({MaskedSecretId})";

    // All three become headers or part of one. The value itself must not be in the message.
    private static string Checked(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException(Localized.Text("The value is empty.", "值为空。"), name);

        if (value.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException(Localized.Text(
                "The value has blanks, control characters or letters outside ASCII in it.",
                "值中含有空白字符、控制字符或非 ASCII 字符。"), name);
        }

        return value;
    }
}
