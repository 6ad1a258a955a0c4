using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Accounts;

/// <summary>Creates connections from credentials and settings.</summary>
/// <remarks>Only <see cref="ByDefaultAsync"/> returns null. The others have the same type, so that a command can choose one of them.</remarks>
public sealed class AccountConnector
{
    private const string RegionVariable = "TENCENTCLOUD_REGION";

    private readonly CredentialLocations _locations;
    private readonly CredentialChain _chain;
    private readonly ConnectionCaches _caches;
    private readonly ILogger _logger;

    /// <param name="locations">The places to look for credentials and the region.</param>
    /// <param name="caches">The state that all connections of the process share.</param>
    /// <param name="scope">The command that connects.</param>
    public AccountConnector(CredentialLocations locations, ConnectionCaches caches, CommandScope scope)
        : this(locations, caches, scope.Log)
    {
    }

    private AccountConnector(CredentialLocations locations, ConnectionCaches caches, ILogger logger)
    {
        _locations = locations;
        _caches = caches;
        _logger = logger;
        _chain = new CredentialChain(locations, caches, logger);
    }

    /// <summary>Connects with the first credentials found, for Tab completion: in a limited time, and without a message.</summary>
    /// <param name="locations">The places to look for credentials and the region.</param>
    /// <param name="caches">The state that all connections of the process share.</param>
    /// <param name="settings">The other settings.</param>
    /// <param name="limit">The maximum time that the calling thread waits.</param>
    /// <param name="threads">The threads that the work runs on.</param>
    /// <returns>Null without usable credentials in time.</returns>
    public static ConnectedAccount? TryByDefault(
        CredentialLocations locations, ConnectionCaches caches, ConnectionSettings settings, TimeSpan limit, EngineThreads threads) =>
        threads.Run(async () =>
        {
            using var timer = caches.Time.CancelAfter(limit);
            ConnectedAccount? account = null;
            // A folder that hangs, such as one of a network, is abandoned.
            var connecting = threads.Start(
                async () => account = await new AccountConnector(locations, caches, NullLogger.Instance).ByDefaultAsync(settings, timer.Token),
                timer.Token);
            try
            {
                await connecting.WaitAsync(Timeout.InfiniteTimeSpan, caches.Time, timer.Token);
                return account;
            }
            catch (Exception)
            {
                // The next command reports the reason. Completion works without a connection.
                return null;
            }
        });

    /// <summary>Connects with a given key.</summary>
    /// <param name="credential">The key.</param>
    /// <param name="givenAs">The source of the key, for users.</param>
    /// <param name="settings">The other settings.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CredentialException">The role cannot be assumed.</exception>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public Task<ConnectedAccount?> WithKeyAsync(
        TencentCredential credential, string givenAs, ConnectionSettings settings, CancellationToken cancellationToken) =>
        ConnectAsync(new FoundCredentials(new StaticCredentialSource(credential, givenAs)), settings, cancellationToken);

    /// <summary>Connects with the key of a tccli profile.</summary>
    /// <exception cref="CredentialException">The profile does not exist or cannot be used.</exception>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public Task<ConnectedAccount?> WithProfileAsync(string name, ConnectionSettings settings, CancellationToken cancellationToken) =>
        ConnectAsync(_chain.FindProfile(name), settings, cancellationToken);

    /// <summary>Connects with the key of a tccli profile. The hosts and the other settings are those of another connection.</summary>
    /// <exception cref="CredentialException">The profile does not exist or cannot be used.</exception>
    /// <exception cref="ArgumentException">The name is not valid for a profile.</exception>
    public async Task<TencentCloudConnection> WithProfileAsync(
        TencentCloudConnection connection, string name, CancellationToken cancellationToken)
    {
        var found = _chain.FindProfile(name);
        var profile = connection.With(found.Source);
        if (found.Role is { } role)
            return await WithRoleAsync(profile, role, found.Region, cancellationToken);
        await found.Source.GetAsync(_logger, cancellationToken);
        LogSource(found.Source);
        return profile;
    }

    /// <summary>Connects with a role, which is assumed with the credentials of another connection. The hosts and the other settings stay.</summary>
    /// <param name="connection">The other connection.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">The region of the request; null for any.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CredentialException">The role cannot be assumed.</exception>
    public async Task<TencentCloudConnection> WithRoleAsync(
        TencentCloudConnection connection, AssumedRole role, string? region, CancellationToken cancellationToken)
    {
        var credential = await connection.Credentials.GetAsync(_logger, cancellationToken);
        // The whole key is part of the cache key, so that a corrected secret key is not mistaken for the earlier one.
        var owner = connection.Credentials.RateKey
            ?? Hashing.Sha256Hex(Encoding.UTF8.GetBytes($"{credential.SecretId} {credential.SecretKey}"));
        var key = new AssumedRoleKey(connection.Endpoints.Resolve("cvm", region).Host, owner, role);
        // A cached source outlives the command that created it, and with it its log.
        if (connection.IsInProcess || !_caches.AssumedRoles.TryGetValue(key, out var source))
            source = new AssumedRoleSource(connection.LoggingTo(NullLogger.Instance), role, region, connection.TimeProvider);
        // Get credentials now, so that Connect-TccAccount fails and not the first command after it.
        await source.GetAsync(_logger, cancellationToken);
        if (!connection.IsInProcess)
            source = _caches.AssumedRoles.GetOrAdd(key, source);
        LogSource(source);
        return connection.With(source);
    }

    /// <summary>Connects with the role that is bound to this CVM instance.</summary>
    /// <exception cref="CredentialException">The role has no credentials.</exception>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public async Task<ConnectedAccount?> WithCvmRoleAsync(string? roleName, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var found = await _chain.FindCvmRoleAsync(roleName, cancellationToken);
        return await ConnectAsync(found, settings, cancellationToken);
    }

    /// <summary>Connects with the first credentials found.</summary>
    /// <returns>Null if there are none.</returns>
    /// <exception cref="CredentialException">They cannot be used.</exception>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public async Task<ConnectedAccount?> ByDefaultAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var found = await _chain.FindAsync(cancellationToken);
        return found is null ? null : await ConnectAsync(found, settings, cancellationToken);
    }

    private async Task<ConnectedAccount?> ConnectAsync(FoundCredentials found, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var endpoint = settings.Endpoint ?? found.Endpoint;
        var endpoints = new EndpointResolver(settings.Site, endpoint is null ? null : ToUri(endpoint));
        var region = settings.Region ?? CredentialValues.Trimmed(_locations.Environment(RegionVariable)) ?? found.Region;
        var host = endpoints.Resolve("cvm", region).Host;
        var connection = Create(found.Source, endpoints, settings);
        if ((settings.Role ?? found.Role) is { } role)
            return new ConnectedAccount(await WithRoleAsync(connection, role, region, cancellationToken), region, host, null);
        var credential = await found.Source.GetAsync(_logger, cancellationToken);
        LogSource(found.Source);
        return new ConnectedAccount(connection, region, host, found.Source is RenewingCredentialSource ? null : credential.MaskedSecretId);
    }

    private TencentCloudConnection Create(ICredentialSource source, EndpointResolver endpoints, ConnectionSettings settings) =>
        new(new TencentCloudConnectionOptions
        {
            Credentials = source,
            Endpoints = endpoints,
            Language = settings.Language,
            MaxThrottleWait = settings.MaxThrottleWait,
            TimeProvider = _caches.Time,
            RateLimiters = _caches.RateLimiters,
            Handler = settings.Handler,
        });

    private void LogSource(ICredentialSource source) => _logger.Inform(
        23, () => Localized.Text($"Credentials: {source.Description}", $"密钥来源：{source.Description}"));

    // Tencent's own tools take a host without https://.
    private static Uri ToUri(string endpoint) =>
        Uri.TryCreate(endpoint.Contains("://") ? endpoint : $"https://{endpoint}", UriKind.Absolute, out var uri)
            ? uri
            : throw new ArgumentException(Localized.Text(
                "The endpoint cannot be used: it must be a host, or start with https://.",
                "无法使用该接入点：必须是主机名，或以 https:// 开头。"));
}
