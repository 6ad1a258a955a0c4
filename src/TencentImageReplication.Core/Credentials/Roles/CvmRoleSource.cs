using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>Temporary credentials of the role that is bound to this CVM instance.</summary>
/// <remarks>Source: the documentation of instance metadata, <c>cam/security-credentials/</c>.</remarks>
public sealed class CvmRoleSource : RenewingCredentialSource
{
    private const int MaxRoleNameLength = 128;
    private const string Path = "/latest/meta-data/cam/security-credentials/";

    private readonly InstanceMetadata _metadata;
    private readonly string _roleName;

    /// <param name="metadata">The metadata service of the instance.</param>
    /// <param name="roleName">The role.</param>
    /// <param name="time">The clock.</param>
    public CvmRoleSource(InstanceMetadata metadata, string roleName, TimeProvider time)
        : base(time)
    {
        _metadata = metadata;
        _roleName = roleName;
    }

    /// <inheritdoc/>
    public override string Description => Localized.Text($"CVM role '{ShownName}'", $"CVM 角色“{ShownName}”");

    /// <inheritdoc/>
    public override string? RateKey => $"cvm-role:{_roleName}";

    // The name can come from a parameter.
    private string ShownName => ServiceText.Identifier(_roleName);

    /// <summary>Returns the role that is bound to the instance.</summary>
    /// <returns>Null if there is none.</returns>
    /// <exception cref="CredentialException">The metadata service does not respond, or not with a role. In most cases this is not a CVM instance.</exception>
    public static async Task<string?> FindRoleAsync(InstanceMetadata metadata, CancellationToken cancellationToken)
    {
        var text = await GetAsync(metadata, Path, cancellationToken);
        // Only one role can be bound; ignore any further lines.
        var name = CredentialValues.Trimmed(text?.Split('\n')[0]);
        return name is null || IsRoleName(name) ? name : throw new CredentialException(Localized.Text(
            $"The metadata service at {metadata.Root.Authority} did not return a role name. "
                + "Check that no proxy or log-in page of the network responds instead.",
            $"{metadata.Root.Authority} 的元数据服务未返回角色名称。请检查是否有代理或网络登录页面代为响应。"));
    }

    /// <inheritdoc/>
    private protected override async Task<TencentCredential> FetchAsync(ILogger logger)
    {
        var text = await GetAsync(_metadata, Path + Uri.EscapeDataString(_roleName), CancellationToken.None)
            ?? throw new CredentialException(Localized.Text(
                $"This instance has no role '{ShownName}'. Bind the role to the instance, or specify the bound role with -RoleName.",
                $"该实例未绑定角色“{ShownName}”。请为实例绑定该角色，或用 -RoleName 指定已绑定的角色。"));
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(Encoding.UTF8.GetBytes(text)));
            var root = document.RootElement;
            if (Value(root, "Code") is not "Success" || Value(root, "TmpSecretId") is not { } secretId
                || Value(root, "TmpSecretKey") is not { } secretKey || Value(root, "Token") is not { } token)
            {
                throw NoKey();
            }

            return ToCredential(
                secretId, secretKey, token, root.TryGetProperty("ExpiredTime", out var expiry) ? ServiceValue.Integer(expiry) : null);
        }
        catch (JsonException)
        {
            throw NoKey();
        }
    }

    private static async Task<string?> GetAsync(InstanceMetadata metadata, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.GetAsync(path, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new CredentialException(
                Localized.Text(
                    $"Cannot get the role of this machine from the metadata service at {metadata.Root.Authority}. "
                        + $"Only a CVM instance of Tencent Cloud has a role. {exception.Message}",
                    $"无法通过 {metadata.Root.Authority} 的元数据服务查询本机的角色。只有腾讯云 CVM 实例才有角色。{exception.Message}"),
                exception);
        }
    }

    private static string? Value(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) ? ServiceValue.Text(value) : null;

    // A log-in page of a network can respond instead of the metadata service.
    private static bool IsRoleName(string name) =>
        name.Length <= MaxRoleNameLength && name.All(c => c is > ' ' and <= '~' and not ('<' or '>' or '{' or '"' or '/' or '\\'));

    private CredentialException NoKey() => new(Localized.Text(
        $"The metadata service at {_metadata.Root.Authority} returned no key for the role '{ShownName}'. Check that the role still exists.",
        $"{_metadata.Root.Authority} 的元数据服务未返回角色“{ShownName}”的临时密钥。请检查该角色是否仍然存在。"));
}
