using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>Temporary credentials from a role, by AssumeRole of the security token service.</summary>
public sealed class AssumedRoleSource : RenewingCredentialSource
{
    // The service requires a region; the credentials are the same in each.
    private const string AnyRegion = "ap-guangzhou";

    private readonly TencentCloudConnection _connection;
    private readonly AssumedRole _role;
    private readonly string _region;

    /// <param name="connection">Signs with the credentials that assume the role.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">The region of the request; null for any.</param>
    /// <param name="time">The clock.</param>
    public AssumedRoleSource(TencentCloudConnection connection, AssumedRole role, string? region, TimeProvider time)
        : base(time)
    {
        _connection = connection;
        _role = role;
        _region = region ?? AnyRegion;
    }

    /// <inheritdoc/>
    public override string Description => Localized.Text(
        $"role {RoleArn}, assumed with {_connection.CredentialDescription}",
        $"角色 {RoleArn}，扮演所用的密钥：{_connection.CredentialDescription}");

    /// <inheritdoc/>
    public override string? RateKey => _role.Arn;

    // A profile file or a variable could contain any character.
    private string RoleArn => ServiceText.Identifier(_role.Arn);

    /// <inheritdoc/>
    private protected override async Task<TencentCredential> FetchAsync(ILogger logger)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = _role.Arn,
            RoleSessionName = _role.SessionName,
            DurationSeconds = _role.DurationSeconds,
        };
        AssumeRoleResponse response;
        try
        {
            response = await _connection.LoggingTo(logger).SendAsync(AssumeRole.Action, request, _region, CancellationToken.None);
        }
        catch (TencentCloudException exception)
        {
            // A failure of the credentials, not of the call that needs them: nothing was sent for that call.
            var details = exception.RequestId is { } id ? $"{exception.Code}, {id}" : exception.Code;
            throw new CredentialException(
                Localized.Text(
                    $"Cannot assume the role {RoleArn}: {exception.Message} ({details})",
                    $"无法扮演角色 {RoleArn}：{exception.Message}（{details}）"),
                exception);
        }

        var key = response.Credentials ?? throw new CredentialException(Localized.Text(
            $"Cannot assume the role {RoleArn}: the response has no key (request ID {response.RequestId}).",
            $"无法扮演角色 {RoleArn}：腾讯云的响应中没有密钥（请求 ID {response.RequestId}）。"));
        return ToCredential(key.TmpSecretId, key.TmpSecretKey, key.Token, response.ExpiredTime);
    }
}
