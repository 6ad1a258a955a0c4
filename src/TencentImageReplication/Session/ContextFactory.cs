using TencentImageReplication.Core;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Session;

/// <summary>Creates contexts from connections.</summary>
internal static class ContextFactory
{
    /// <summary>Returns a connector that uses the credential files and caches of this machine.</summary>
    /// <param name="scope">The command that connects.</param>
    internal static AccountConnector Connector(CommandScope scope) =>
        new(CredentialLocations.OfThisMachine, ProcessCaches.OfThisProcess.Connections, scope);

    /// <summary>Connects with the first credentials found, in a limited time; null without usable ones.</summary>
    internal static ConnectedAccount? TryByDefault(ConnectionSettings settings, TimeSpan limit) =>
        AccountConnector.TryByDefault(CredentialLocations.OfThisMachine, ProcessCaches.OfThisProcess.Connections, settings, limit, EngineThreads.Pool);

    /// <summary>Creates the context of a connection.</summary>
    /// <param name="account">The connection.</param>
    /// <param name="settings">The settings that it was created with.</param>
    internal static TccContext Create(ConnectedAccount account, ConnectionSettings settings) => new(account.Connection, TimeProvider.System, EngineThreads.Pool)
    {
        Region = account.Region,
        Site = account.Connection.Endpoints.Site == Core.Transport.Calls.TencentCloudSite.International ? TccSite.International : TccSite.China,
        Language = settings.Language,
        Endpoint = settings.Handler is null ? account.Host : null,
        SecretId = account.SecretId,
        Simulated = settings.Handler is not null,
    };

    /// <summary>Creates the context of another account, with the settings of a context.</summary>
    /// <param name="own">The other context.</param>
    /// <param name="connection">The connection of the account.</param>
    internal static TccContext ForAccount(TccContext own, TencentCloudConnection connection) => new(connection, own.TimeProvider, own.Threads)
    {
        Region = own.Region,
        Site = own.Site,
        Language = own.Language,
        Endpoint = own.Endpoint,
        Simulated = own.Simulated,
    };
}
