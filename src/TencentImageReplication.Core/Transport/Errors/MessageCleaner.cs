using System.Text;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Makes a message of the service safe to show: without secrets and control characters, and not too long.</summary>
internal static class MessageCleaner
{
    private const int MaxMessageLength = 2000;
    private const string Hidden = "***";

    public static string Clean(string message, TencentCredential credential, IReadOnlyList<string?> secrets)
    {
        foreach (var secret in secrets.Concat([credential.SecretKey, credential.Token]))
        {
            if (!string.IsNullOrEmpty(secret))
                message = message.Replace(secret!, Hidden);
        }

        message = message.Replace(credential.SecretId, credential.MaskedSecretId);
        var text = new StringBuilder(Math.Min(message.Length, MaxMessageLength));
        foreach (var c in message.Take(MaxMessageLength))
            text.Append(char.IsControl(c) ? ' ' : c);
        return text.ToString();
    }
}
