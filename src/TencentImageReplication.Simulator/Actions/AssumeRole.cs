using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Creates temporary credentials of a role for an account that the role trusts.</summary>
internal sealed class AssumeRole : IApiAction
{
    private const long DefaultSeconds = 7200;
    private const long MaxSeconds = 43200;

    private static readonly Regex Arn = new("^qcs::cam::uin/[0-9]+:roleName/[A-Za-z0-9+=,.@_-]+\\z", RegexOptions.CultureInvariant);
    private static readonly Regex SessionName = new("^[A-Za-z0-9+=,.@_-]{2,128}\\z", RegexOptions.CultureInvariant);

    public string Name => nameof(AssumeRole);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var arn = context.Parameters.Text("RoleArn");
        if (!Arn.IsMatch(arn))
            throw new ServiceException("InvalidParameter.ResouceArnError", "RoleArn");
        if (!SessionName.IsMatch(context.Parameters.Text("RoleSessionName")))
            throw new ServiceException("InvalidParameter.ParamError", "RoleSessionName");
        var seconds = context.Parameters.Number("DurationSeconds", DefaultSeconds);
        if (seconds is < 1 or > MaxSeconds)
            throw new ServiceException("InvalidParameter.OverTimeError", "DurationSeconds");
        var role = context.State.Roles.Find(arn) ?? throw new ServiceException("ResourceNotFound.RoleNotFound", arn);
        if (!role.TrustedAccounts.Contains(context.AccountId))
            throw new ServiceException("UnauthorizedOperation", arn);

        var key = context.State.Roles.Assume(role, context.Now, TimeSpan.FromSeconds(seconds));
        return new JsonObject
        {
            ["Credentials"] = new JsonObject
            {
                ["Token"] = key.Token,
                ["TmpSecretId"] = key.SecretId,
                ["TmpSecretKey"] = key.SecretKey,
            },
            ["ExpiredTime"] = key.Expires!.Value.ToUnixTimeSeconds(),
            ["Expiration"] = context.Text(key.Expires.Value),
        };
    }
}
