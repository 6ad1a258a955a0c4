using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport.Signing;

/// <summary>Caches signing keys: one for each credential, service and day.</summary>
/// <remarks>They are secret. They are kept only as long as the credential.</remarks>
internal static class SigningKeys
{
    private static readonly ConditionalWeakTable<TencentCredential, Dictionary<string, DayKey>> ByCredential = new();

    /// <summary>Returns the key for a service on the UTC day of a time.</summary>
    public static byte[] For(TencentCredential credential, DateTimeOffset time, string service)
    {
        var byService = ByCredential.GetValue(credential, _ => new Dictionary<string, DayKey>(StringComparer.Ordinal));
        var day = time.UtcDateTime.Date;
        lock (byService)
        {
            if (!byService.TryGetValue(service, out var found) || found.Day != day)
            {
                found = new DayKey(day, Tc3Signer.SigningKey(credential.SecretKey, time, service));
                byService[service] = found;
            }

            return found.Key;
        }
    }

    private sealed class DayKey(DateTime day, byte[] key)
    {
        public DateTime Day => day;

        public byte[] Key => key;
    }
}
