using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Makes a message of the service safe to show: without secrets and hidden characters, on one line, and not too long.</summary>
internal static class MessageCleaner
{
    private const int MaxMessageLength = 2000;
    private const string Hidden = "***";

    public static string Clean(string message, TencentCredential credential, IReadOnlyList<string?> secrets)
    {
        // Before the message is cut, because half a secret would not be found.
        foreach (var secret in secrets.Concat([credential.SecretKey, credential.Token]))
        {
            if (!string.IsNullOrEmpty(secret))
                message = message.Replace(secret!, Hidden);
        }

        message = ServiceText.Cut(message.Replace(credential.SecretId, credential.MaskedSecretId), MaxMessageLength);
        var text = new StringBuilder(message.Length);
        foreach (var c in message)
            text.Append(VisibleText.IsHidden(c) ? ' ' : c);
        return text.ToString();
    }
}
