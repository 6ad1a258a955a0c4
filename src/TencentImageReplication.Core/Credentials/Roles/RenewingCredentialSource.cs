using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>
/// Caches the temporary key of a role and gets a new one some minutes before it expires: once, even for many calls.
/// </summary>
public abstract class RenewingCredentialSource : ICredentialSource
{
    // The margin of Tencent's own clients. It is smaller for a key with a short lifetime, which would otherwise be renewed all the time.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(300);
    private const int MarginDivisor = 4;
    private const long MaxUnixSeconds = 253402300799;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private TencentCredential? _current;
    private DateTimeOffset _renewAt;
    private TimeSpan _renewAfter;
    private long _renewedAt;
    private Task<TencentCredential>? _renewal;

    private protected RenewingCredentialSource(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public abstract string? RateKey { get; }

    /// <inheritdoc/>
    public async ValueTask<TencentCredential> GetAsync(ILogger logger, CancellationToken cancellationToken)
    {
        Task<TencentCredential> renewal;
        lock (_gate)
        {
            if (_current is { } current && !IsRenewalDue())
                return current;
            // Not cancelled with one call, because other calls wait for it too. The request has its own deadline.
            if (_renewal is null || _renewal.IsCompleted)
                _renewal = RenewAsync(logger);
            renewal = _renewal;
        }

        try
        {
            return await renewal.WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }
        catch (CredentialException exception)
        {
            // Read once, because it can expire at any moment.
            if (StillValid() is not { } old)
                throw;
            logger.Inform(20, () => Localized.Text(
                $"{Description}: the key could not be renewed and will be used until {old.ExpiresAt:u}. {exception.Message}",
                $"{Description}：密钥暂时无法续期，将继续使用至 {old.ExpiresAt:u}。{exception.Message}"));

            return old;
        }
    }

    /// <summary>Requests a new key, or one that is still valid for a while.</summary>
    /// <exception cref="CredentialException">There is no key.</exception>
    private protected abstract Task<TencentCredential> FetchAsync(ILogger logger);

    private async Task<TencentCredential> RenewAsync(ILogger logger)
    {
        // Whoever came first still holds the lock.
        await Task.Yield();
        try
        {
            var credential = await FetchAsync(logger);
            lock (_gate)
            {
                _current = credential;
                RenewBefore(credential.ExpiresAt);
            }

            return credential;
        }
        catch (CredentialException)
        {
            lock (_gate)
            {
                // Do not request a key in every call while the old one is valid.
                if (StillValid() is { ExpiresAt: { } end })
                    RenewAt(Earlier(end, _time.GetUtcNow() + PauseAfterFailure));
            }

            throw;
        }
    }

    /// <summary>Creates a credential. Refuses a key that has expired or has no valid expiry time.</summary>
    /// <param name="secretId">The ID of the key.</param>
    /// <param name="secretKey">The key.</param>
    /// <param name="token">The token.</param>
    /// <param name="expiry">The time the key expires, in Unix seconds; null if it is missing or not a number.</param>
    /// <exception cref="CredentialException">The key cannot be used.</exception>
    private protected TencentCredential ToCredential(string secretId, string secretKey, string token, long? expiry)
    {
        if (expiry is not ({ } seconds and >= 0 and <= MaxUnixSeconds))
        {
            var shown = expiry is { } value ? $"{value}" : Localized.Text("none", "无");
            throw new CredentialException(Localized.Text(
                $"{Description}: the key cannot be used, because its expiry time is not valid (ExpiredTime: {shown}). "
                    + "Check that no proxy or other service responds instead of Tencent Cloud.",
                $"{Description}：密钥的到期时间无效（ExpiredTime：{shown}），无法使用。请检查响应是否来自代理或其他服务，而不是腾讯云。"));
        }

        var end = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (end <= _time.GetUtcNow())
        {
            throw new CredentialException(Localized.Text(
                $"{Description}: the key cannot be used, because it expired at {end:u}. Check the clock of this machine.",
                $"{Description}：密钥已于 {end:u} 到期，无法使用。请检查本机的时钟。"));
        }

        return CredentialValues.ToCredential(Description, secretId, secretKey, token, end);
    }

    private void RenewBefore(DateTimeOffset? expiry)
    {
        if (expiry is not { } end)
        {
            (_renewAt, _renewAfter) = (DateTimeOffset.MaxValue, TimeSpan.MaxValue);
            return;
        }

        var left = end - _time.GetUtcNow();
        RenewAt(end - TimeSpan.FromTicks(Math.Min(Margin.Ticks, Math.Max(0, left.Ticks / MarginDivisor))));
    }

    private void RenewAt(DateTimeOffset time)
    {
        _renewAt = time;
        _renewAfter = time - _time.GetUtcNow();
        _renewedAt = _time.GetTimestamp();
    }

    // By whichever clock is first: the wall clock can be set back, and the other one stands still while a machine sleeps.
    private bool IsRenewalDue() => _time.GetUtcNow() >= _renewAt || _time.GetElapsedTime(_renewedAt) >= _renewAfter;

    private TencentCredential? StillValid()
    {
        lock (_gate)
            return _current is { } current && (current.ExpiresAt is not { } end || _time.GetUtcNow() < end) ? current : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
