using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Session;

/// <summary>Makes contexts of connections.</summary>
internal static class ContextFactory
{
    /// <summary>Makes connections with what this machine has.</summary>
    /// <param name="scope">The command that connects.</param>
    internal static AccountConnector Connector(CommandScope scope) =>
        new(CredentialLocations.OfThisMachine, ProcessCaches.OfThisProcess, scope);

    /// <summary>The connection as commands know it.</summary>
    /// <param name="account">The connection.</param>
    /// <param name="settings">What it was made with.</param>
    internal static TccContext Create(ConnectedAccount account, ConnectionSettings settings) => new(account.Connection, TimeProvider.System)
    {
        Region = account.Region,
        Site = account.Connection.Endpoints.Site == Core.Transport.Calls.TencentCloudSite.International ? TccSite.International : TccSite.China,
        Language = settings.Language,
        Endpoint = settings.Handler is null ? account.Host : null,
        SecretId = account.SecretId,
        Simulated = settings.Handler is not null,
    };
}
