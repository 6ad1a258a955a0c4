using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>The temporary keys that the security token service lends to whoever may assume a role.</summary>
public sealed class AssumedRoleSource : RenewingCredentialSource
{
    // The service wants a region, and lends the same in each.
    private const string AnyRegion = "ap-guangzhou";

    private readonly TencentCloudConnection _connection;
    private readonly AssumedRole _role;
    private readonly string _region;

    /// <param name="connection">Signs with the keys of the one who assumes the role.</param>
    /// <param name="role">The role.</param>
    /// <param name="region">The region to ask in; null for any.</param>
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
        $"role {_role.Arn}, assumed with {_connection.CredentialDescription}",
        $"角色 {_role.Arn}，扮演所用的密钥：{_connection.CredentialDescription}");

    /// <inheritdoc/>
    public override string? RateKey => _role.Arn;

    /// <inheritdoc/>
    private protected override async Task<TencentCredential> FetchAsync(ILogger logger)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = _role.Arn,
            RoleSessionName = _role.SessionName,
            DurationSeconds = _role.DurationSeconds,
        };
        AssumeRoleResponse answer;
        try
        {
            answer = await _connection.LoggingTo(logger).SendAsync(AssumeRole.Action, request, _region, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TencentCloudException exception)
        {
            // As a credential that is missing, not as the call that wants it: that one has not been made.
            var said = exception.RequestId is { } id ? $"{exception.Code}, {id}" : exception.Code;
            throw new CredentialException(
                Localized.Text(
                    $"The role {_role.Arn} could not be assumed: {exception.Message} ({said})",
                    $"无法扮演角色 {_role.Arn}：{exception.Message}（{said}）"),
                exception);
        }

        var key = answer.Credentials ?? throw new CredentialException(Localized.Text(
            $"The role {_role.Arn} could not be assumed: the service answered without a key (request ID {answer.RequestId}).",
            $"无法扮演角色 {_role.Arn}：腾讯云的响应中没有密钥（请求 ID {answer.RequestId}）。"));
        return CredentialValues.ToCredential(
            Description, key.TmpSecretId, key.TmpSecretKey, key.Token, DateTimeOffset.FromUnixTimeSeconds(answer.ExpiredTime));
    }
}
