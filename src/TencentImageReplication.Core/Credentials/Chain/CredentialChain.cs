using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Credentials.Chain;

/// <summary>
/// Finds credentials in the places that Tencent's own tools use. The first place with credentials is used, even if they are
/// invalid. Values from two places are never combined.
/// </summary>
public sealed class CredentialChain
{
    /// <summary>The environment variable that replaces the metadata service by one on this machine, for tests and rehearsals.</summary>
    public const string MetadataVariable = "TCC_METADATA_ENDPOINT";

    /// <summary>The default name of a role session.</summary>
    public const string DefaultSessionName = "TencentImageReplication";

    private const string RoleArnVariable = "TENCENTCLOUD_ROLE_ARN";
    private const string RoleSessionNameVariable = "TENCENTCLOUD_ROLE_SESSION_NAME";

    private readonly CredentialLocations _locations;
    private readonly ConnectionCaches _caches;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="locations">The places to look.</param>
    /// <param name="caches">The state that all connections of the process share.</param>
    /// <param name="logger">The log of the command that connects.</param>
    public CredentialChain(CredentialLocations locations, ConnectionCaches caches, ILogger logger)
    {
        _locations = locations;
        _caches = caches;
        _time = caches.Time;
        _logger = logger;
    }

    /// <summary>Returns the first credentials found.</summary>
    /// <returns>Null if there are none.</returns>
    /// <exception cref="CredentialException">The credentials found cannot be used.</exception>
    public async Task<FoundCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        var found = InEnvironment() ?? InFile() ?? InProfile();
        try
        {
            found ??= await OfThisInstanceAsync(null, cancellationToken);
        }
        catch (CredentialException exception)
        {
            // Most machines are not Tencent Cloud instances.
            _logger.Inform(21, () => exception.Message);
        }

        return found;
    }

    /// <summary>Returns the credentials of a tccli profile.</summary>
    /// <exception cref="CredentialException">The profile does not exist or cannot be used.</exception>
    /// <exception cref="ArgumentException">The name is not valid for a profile.</exception>
    public FoundCredentials FindProfile(string name) => OfProfile(
        TccliProfile.Read(_locations, name) ?? throw NoProfile(name));

    /// <summary>Returns the credentials of the role that is bound to this CVM instance.</summary>
    /// <param name="roleName">The role; null to use the bound role.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CredentialException">There is no role, or it has no credentials.</exception>
    public async Task<FoundCredentials> FindCvmRoleAsync(string? roleName, CancellationToken cancellationToken) =>
        await OfThisInstanceAsync(roleName, cancellationToken)
            ?? throw new CredentialException(Localized.Text(
                "No role is bound to this CVM instance. Bind a role in the console, or connect with a key.",
                "该 CVM 实例未绑定角色。请在控制台绑定角色，或使用密钥连接。"));

    private FoundCredentials? InEnvironment()
    {
        if (!EnvironmentCredentialSource.TryCreate(_locations.Environment, out var source))
            return null;
        return new FoundCredentials(source) { Role = RoleOfEnvironment() };
    }

    private AssumedRole? RoleOfEnvironment()
    {
        var arn = CredentialValues.Trimmed(_locations.Environment(RoleArnVariable));
        var session = CredentialValues.Trimmed(_locations.Environment(RoleSessionNameVariable));
        if (arn is null && session is null)
            return null;
        return arn is not null && session is not null
            ? new AssumedRole(arn, session, null)
            : throw CredentialValues.HalfSet((RoleArnVariable, arn), (RoleSessionNameVariable, session));
    }

    private FoundCredentials? InFile()
    {
        if (CredentialsFile.Find(_locations) is not { } path)
            return null;
        var source = new StaticCredentialSource(CredentialsFile.Read(path), Localized.Text($"file {path}", $"文件 {path}"));
        WarnOf(path);
        return new FoundCredentials(source);
    }

    private FoundCredentials? InProfile()
    {
        var name = CredentialValues.Trimmed(_locations.Environment(TccliProfile.NameVariable));
        if (name is not null)
            return FindProfile(name);
        // tccli creates a default profile without a key if the user configures only a region.
        return TccliProfile.Read(_locations, TccliProfile.DefaultName) is { Credential: not null } profile ? OfProfile(profile) : null;
    }

    private FoundCredentials OfProfile(TccliProfile profile)
    {
        var source = new TccliCredentialSource(_locations, profile, _time);
        WarnOf(profile.Path);
        return new FoundCredentials(source)
        {
            Role = profile.RoleArn is { } arn ? new AssumedRole(arn, profile.RoleSessionName ?? DefaultSessionName, null) : null,
            Region = profile.Region,
            Endpoint = profile.Endpoint,
        };
    }

    private async Task<FoundCredentials?> OfThisInstanceAsync(string? roleName, CancellationToken cancellationToken)
    {
        var metadata = new InstanceMetadata(_time, MetadataAddress());
        roleName ??= await CvmRoleSource.FindRoleAsync(metadata, cancellationToken);
        if (roleName is null)
            return null;
        var source = _caches.CvmRoles.GetOrAdd($"{metadata.Root} {roleName}", _ => new CvmRoleSource(metadata, roleName, _time));
        // Get credentials now, so that Connect-TccAccount fails and not the first command after it.
        await source.GetAsync(_logger, cancellationToken);
        return new FoundCredentials(source);
    }

    private Uri? MetadataAddress()
    {
        if (CredentialValues.Trimmed(_locations.Environment(MetadataVariable)) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && ServiceEndpoint.IsThisMachine(address)
            ? address
            : throw new CredentialException(Localized.Text(
                $"The environment variable {MetadataVariable} must be an http address on this machine, such as http://127.0.0.1:8555.",
                $"环境变量 {MetadataVariable} 必须是本机的 http 地址，例如 http://127.0.0.1:8555。"));
    }

    private CredentialException NoProfile(string name)
    {
        var others = Localized.List(TccliProfile.Names(_locations));
        return new CredentialException(others.Length == 0
            ? Localized.Text(
                $"There is no tccli profile '{name}', and no other profile. Create one: tccli configure --profile {name}",
                $"没有名为“{name}”的 tccli 配置文件，也没有其他 tccli 配置文件。请创建：tccli configure --profile {name}")
            : Localized.Text(
                $"There is no tccli profile '{name}'. Existing profiles: {others}", $"没有名为“{name}”的 tccli 配置文件。已有的 tccli 配置文件：{others}"));
    }

    // Once per file, or each command that connects by itself would repeat the warning.
    private void WarnOf(string path)
    {
        // Completion logs nothing, and leaves the warning to the next command.
        if (_logger.IsEnabled(LogLevel.Warning) && FilePrivacy.WarningFor(path) is { } warning && _caches.WarnedFiles.TryAdd(path, true))
            _logger.Warn(22, () => warning);
    }
}
