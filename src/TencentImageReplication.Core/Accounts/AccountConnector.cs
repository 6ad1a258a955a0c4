using System.Collections.Concurrent;
using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Core.Accounts;

/// <summary>Makes connections: the one place that knows what one is put together from.</summary>
public sealed class AccountConnector
{
    private const string RegionVariable = "TENCENTCLOUD_REGION";

    // One for all connections of the process that assume the same role with the same key.
    private static readonly ConcurrentDictionary<(string Host, string Key, AssumedRole Role), AssumedRoleSource> AssumedRoles = new();

    private readonly CredentialLocations _locations;
    private readonly CredentialChain _chain;
    private readonly TimeProvider _time;

    /// <param name="locations">Where to look for credentials and the region.</param>
    /// <param name="time">The clock.</param>
    public AccountConnector(CredentialLocations locations, TimeProvider time)
    {
        _locations = locations;
        _chain = new CredentialChain(locations, time);
        _time = time;
    }

    /// <summary>Connects with a key that was given.</summary>
    /// <param name="credential">The key.</param>
    /// <param name="givenAs">Where it was given, for people.</param>
    /// <param name="settings">What else was said.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CredentialException">The role cannot be assumed.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public Task<ConnectedAccount> WithKeyAsync(
        TencentCredential credential, string givenAs, ConnectionSettings settings, CancellationToken cancellationToken) =>
        ConnectAsync(new FoundCredentials(new StaticCredentialSource(credential, givenAs)), settings, cancellationToken);

    /// <summary>Connects with the key of a tccli profile.</summary>
    /// <exception cref="CredentialException">There is no such profile, or it cannot be used.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public Task<ConnectedAccount> WithProfileAsync(string name, ConnectionSettings settings, CancellationToken cancellationToken) =>
        ConnectAsync(_chain.FindProfile(name), settings, cancellationToken);

    /// <summary>Connects with the role that is bound to this CVM instance.</summary>
    /// <exception cref="CredentialException">There is none to be had.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public async Task<ConnectedAccount> WithCvmRoleAsync(string? roleName, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var found = await _chain.FindCvmRoleAsync(roleName, cancellationToken).ConfigureAwait(false);
        return await ConnectAsync(found, settings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Connects with the first credentials that there are.</summary>
    /// <returns>Null when there are none.</returns>
    /// <exception cref="CredentialException">They cannot be used.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public async Task<ConnectedAccount?> ByDefaultAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var found = await _chain.FindAsync(cancellationToken).ConfigureAwait(false);
        return found is null ? null : await ConnectAsync(found, settings, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConnectedAccount> ConnectAsync(FoundCredentials found, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var endpoint = settings.Endpoint ?? found.Endpoint;
        var endpoints = new EndpointResolver(settings.Site, endpoint is null ? null : ToUri(endpoint));
        var region = settings.Region ?? CredentialValues.Trimmed(_locations.Environment(RegionVariable)) ?? found.Region;
        var host = endpoints.Resolve("cvm", region).Host;
        var connection = Create(found.Source, endpoints, settings);
        var credential = await found.Source.GetAsync(cancellationToken).ConfigureAwait(false);
        if ((settings.Role ?? found.Role) is not { } role)
        {
            Tell(found.Source);
            return new ConnectedAccount(connection, region, host, found.Source is RenewingCredentialSource ? null : credential.MaskedSecretId);
        }

        // By the key as a whole: one that was put right must not be taken for the one before.
        var key = (host, found.Source.RateKey ?? Hashing.Sha256Hex(Encoding.UTF8.GetBytes($"{credential.SecretId} {credential.SecretKey}")), role);
        if (settings.Handler is not null || !AssumedRoles.TryGetValue(key, out var source))
            source = new AssumedRoleSource(connection, role, region, _time, CommandLog.Instance);
        // Asked now, so that whoever connects is told what is wrong, and not the first command after it.
        await source.GetAsync(cancellationToken).ConfigureAwait(false);
        if (settings.Handler is null)
            source = AssumedRoles.GetOrAdd(key, source);
        Tell(source);
        return new ConnectedAccount(Create(source, endpoints, settings), region, host, null);
    }

    private TencentCloudConnection Create(ICredentialSource source, EndpointResolver endpoints, ConnectionSettings settings) =>
        CommandConnection.Create(source, endpoints, settings.Language, _time, settings.Handler);

    private static void Tell(ICredentialSource source) => CommandLog.Instance.Inform(
        23, Localized.Text($"Credentials: {source.Description}", $"密钥来源：{source.Description}"));

    // A host alone is what Tencent's own tools take.
    private static Uri ToUri(string endpoint) =>
        Uri.TryCreate(endpoint.Contains("://") ? endpoint : $"https://{endpoint}", UriKind.Absolute, out var uri)
            ? uri
            : throw new ArgumentException(Localized.Text(
                "The endpoint cannot be used: it must be a host, or start with https://.",
                "无法使用该接入点：必须是主机名，或以 https:// 开头。"));
}
