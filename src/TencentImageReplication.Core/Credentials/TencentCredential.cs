using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials;

/// <summary>The key pair that signs requests, with the token and expiry of a temporary one.</summary>
/// <remarks>Not a record, because a record prints its members.</remarks>
public sealed class TencentCredential
{
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token of a temporary key.</param>
    /// <param name="expiresAt">The time a temporary key expires.</param>
    /// <exception cref="ArgumentException">A value is empty or contains invalid characters.</exception>
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

    /// <summary>The key. It must never appear in a log, message or file.</summary>
    public string SecretKey { get; }

    /// <summary>The token of a temporary key; null for a permanent one. It is secret.</summary>
    public string? Token { get; }

    /// <summary>The time a temporary key expires; null if it does not expire or the time is unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The ID without its middle, to identify the key.</summary>
    public string MaskedSecretId =>
        SecretId.Length >= 12
            ? $"{SecretId.Substring(0, 4)}...{SecretId.Substring(SecretId.Length - 4)}"
            : "...";

    /// <summary>Returns only the masked ID.</summary>
    public override string ToString() => $"TencentCredential({MaskedSecretId})";

    // All three become part of a header. The message must not contain the value.
    private static string Checked(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException(Localized.Text("The value is empty.", "值为空。"), name);

        if (value.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException(Localized.Text(
                "The value contains spaces, control characters or non-ASCII characters.",
                "值中含有空白字符、控制字符或非 ASCII 字符。"), name);
        }

        return value;
    }
}
