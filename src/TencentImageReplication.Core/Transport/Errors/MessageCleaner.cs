using System.Text;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Makes a message of the service fit to be shown: no secret, no control character, no novel.</summary>
internal static class MessageCleaner
{
    private const int LongestMessage = 2000;
    private const string Hidden = "***";

    public static string Clean(string message, TencentCredential credential, IReadOnlyList<string?> secrets)
    {
        foreach (var secret in secrets.Concat([credential.SecretKey, credential.Token]))
        {
            if (!string.IsNullOrEmpty(secret))
                message = message.Replace(secret!, Hidden);
        }

        message = message.Replace(credential.SecretId, credential.MaskedSecretId);
        var text = new StringBuilder(Math.Min(message.Length, LongestMessage));
        foreach (var c in message.Take(LongestMessage))
            text.Append(char.IsControl(c) ? ' ' : c);
        return text.ToString();
    }
}
