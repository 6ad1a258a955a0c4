using System.Net;
using System.Security;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Session;

/// <summary>Reads a key that is given as secure texts.</summary>
internal static class GivenKey
{
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token of a temporary key; null for a permanent one.</param>
    internal static TencentCredential Of(string secretId, SecureString secretKey, SecureString? token) =>
        new(secretId, Reveal(secretKey), token is null ? null : Reveal(token));

    private static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}
