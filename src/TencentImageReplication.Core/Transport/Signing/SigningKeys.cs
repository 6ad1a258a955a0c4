using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>The keys that requests are signed with, each derived once for a credential, a service and a day.</summary>
/// <remarks>They are as secret as the credential, and are kept no longer than it is.</remarks>
internal static class SigningKeys
{
    private static readonly ConditionalWeakTable<TencentCredential, Dictionary<string, (DateTime Day, byte[] Key)>> ByCredential = new();

    /// <summary>The key for a service on the day, in UTC, that a time is in.</summary>
    public static byte[] For(TencentCredential credential, DateTimeOffset time, string service)
    {
        var byService = ByCredential.GetValue(credential, _ => new Dictionary<string, (DateTime Day, byte[] Key)>(StringComparer.Ordinal));
        var day = time.UtcDateTime.Date;
        lock (byService)
        {
            if (!byService.TryGetValue(service, out var found) || found.Day != day)
            {
                found = (day, Tc3Signer.SigningKey(credential.SecretKey, time, service));
                byService[service] = found;
            }

            return found.Key;
        }
    }
}
