using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>
/// Keeps the temporary key of a role, and gets the next one some minutes before it ends: once, however many calls want it.
/// </summary>
public abstract class RenewingCredentialSource : ICredentialSource
{
    // The time that Tencent's own clients leave. A key that does not live long is not renewed all the time.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(300);
    private const int LargestPartLeft = 4;
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
            // Nobody's own cancellation ends what others wait for too: what it asks has an end of its own.
            if (_renewal is null || _renewal.IsCompleted)
                _renewal = Task.Run(() => RenewAsync(logger), CancellationToken.None);
            renewal = _renewal;
        }

        try
        {
            return await renewal.WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException exception)
        {
            // Asked once: it may end at any moment.
            if (StillGood() is not { } old)
                throw;
            if (logger.IsEnabled(LogLevel.Information))
            {
                logger.Inform(20, Localized.Text(
                    $"{Description}: the key could not be renewed yet, and goes on being used until {old.ExpiresAt:u}. {exception.Message}",
                    $"{Description}：密钥暂时无法续期，将继续使用至 {old.ExpiresAt:u}。{exception.Message}"));
            }

            return old;
        }
    }

    /// <summary>Asks for a key that is new, or that will be good for a while yet.</summary>
    /// <exception cref="CredentialException">There is none to be had.</exception>
    private protected abstract Task<TencentCredential> FetchAsync(ILogger logger);

    private async Task<TencentCredential> RenewAsync(ILogger logger)
    {
        try
        {
            var credential = await FetchAsync(logger).ConfigureAwait(false);
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
                // Not asked again with every call while the old key will do.
                if (StillGood() is { ExpiresAt: { } end })
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
        var margin = TimeSpan.FromTicks(Math.Min(Margin.Ticks, Math.Max(0, left.Ticks / LargestPartLeft)));
        return end - margin;
    }

    private TencentCredential? StillGood()
    {
        lock (_gate)
            return _current is { } current && (current.ExpiresAt is not { } end || _time.GetUtcNow() < end) ? current : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
