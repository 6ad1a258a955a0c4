using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>
/// Caches the temporary key of a role and gets a new one some minutes before it expires: once, even for many calls.
/// </summary>
public abstract class RenewingCredentialSource : ICredentialSource
{
    // The margin of Tencent's own clients. It is smaller for a key with a short lifetime, which would otherwise be renewed all the time.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(300);
    private const int MarginDivisor = 4;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private TencentCredential? _current;
    private DateTimeOffset _renewAt;
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
            if (_current is { } current && _time.GetUtcNow() < _renewAt)
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
                _renewAt = RenewalOf(credential);
            }

            return credential;
        }
        catch (CredentialException)
        {
            lock (_gate)
            {
                // Do not request a key in every call while the old one is valid.
                if (StillValid() is { ExpiresAt: { } end })
                    _renewAt = Earlier(end, _time.GetUtcNow() + PauseAfterFailure);
            }

            throw;
        }
    }

    private DateTimeOffset RenewalOf(TencentCredential credential)
    {
        if (credential.ExpiresAt is not { } end)
            return DateTimeOffset.MaxValue;
        var left = end - _time.GetUtcNow();
        var margin = TimeSpan.FromTicks(Math.Min(Margin.Ticks, Math.Max(0, left.Ticks / MarginDivisor)));
        return end - margin;
    }

    private TencentCredential? StillValid()
    {
        lock (_gate)
            return _current is { } current && (current.ExpiresAt is not { } end || _time.GetUtcNow() < end) ? current : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
