using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Session;

namespace TencentImageReplication.Completion;

/// <summary>The connection of completion before Connect-TccAccount: with the credentials of the environment, as the commands have it.</summary>
internal static class DefaultConnection
{
    // Together with a lookup less than the two seconds that people take for a hang.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(0.4);

    // On a machine without credentials, not every key press searches for them.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private static readonly object Gate = new();
    private static TccContext? _last;
    private static long? _failedAt;

    /// <summary>Returns the connection; null if the commands would not connect by themselves.</summary>
    internal static TccContext? Find()
    {
        if (ExplicitConnections.Any)
            return null;
        lock (Gate)
        {
            if (_failedAt is { } failure && TimeProvider.System.GetElapsedTime(failure) < PauseAfterFailure)
                return null;
            var settings = new ConnectionSettings();
            if (ContextFactory.TryByDefault(settings, MaxWait) is not { } account)
            {
                _failedAt = TimeProvider.System.GetTimestamp();
                return null;
            }

            _failedAt = null;
            var context = ContextFactory.Create(account, settings);
            // The lists that were read belong to the account.
            return _last = IsSame(context, _last) ? _last : context;
        }
    }

    private static bool IsSame(TccContext context, TccContext? other) =>
        (context.CredentialSource, context.SecretId, context.Region, context.Endpoint)
            == (other?.CredentialSource, other?.SecretId, other?.Region, other?.Endpoint);
}
