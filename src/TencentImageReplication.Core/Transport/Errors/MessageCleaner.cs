using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Makes a message of the service safe to show: removes secrets, and cleans the text.</summary>
internal static class MessageCleaner
{
    private const string Hidden = "***";

    public static string Clean(string message, TencentCredential credential, IReadOnlyList<string?> secrets)
    {
        // Before the message is cut, because half a secret would not be found.
        foreach (var secret in secrets.Concat([credential.SecretKey, credential.Token]))
        {
            if (!string.IsNullOrEmpty(secret))
                message = message.Replace(secret!, Hidden);
        }

        return ServiceText.Message(message.Replace(credential.SecretId, credential.MaskedSecretId));
    }
}
