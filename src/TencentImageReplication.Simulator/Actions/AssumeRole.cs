using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Creates temporary credentials of a role for an account that the role trusts.</summary>
internal sealed class AssumeRole : IApiAction
{
    private const string ParamError = "InvalidParameter.ParamError";
    private const long DefaultSeconds = 7200;
    private const long MaxSeconds = 43200;
    private const int MaxTags = 50;
    private const int MaxTagKeyLength = 128;
    private const int MaxTagValueLength = 256;

    private static readonly Regex SessionName = new("^[A-Za-z0-9_+=,.@-]{2,128}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex ExternalId = new("^[A-Za-z0-9_+=,.@:/-]{2,128}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Digits = new("^[0-9]+\\z", RegexOptions.CultureInvariant);

    public string Name => nameof(AssumeRole);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var arn = RoleName.Parse(context.Parameters.Text("RoleArn"));
        var session = context.Parameters.Text("RoleSessionName");
        if (!SessionName.IsMatch(session))
            throw new ServiceException(ParamError, "RoleSessionName");
        var seconds = context.Parameters.Number("DurationSeconds", DefaultSeconds);
        if (seconds is < 1 or > MaxSeconds)
            throw new ServiceException("InvalidParameter.OverTimeError", "DurationSeconds");
        SessionPolicy.Check(context.Parameters.Text("Policy"));
        var externalId = context.Parameters.Text("ExternalId");
        if (externalId.Length > 0 && !ExternalId.IsMatch(externalId))
            throw new ServiceException(ParamError, "ExternalId");
        var tags = Tags(context.Parameters);
        var source = context.Parameters.Text("SourceIdentity");
        if (source.Length > 0 && (!Digits.IsMatch(source) || source != Caller(context.Account)))
            throw new ServiceException(ParamError, "SourceIdentity");
        var hasMfa = MfaCode.Check(context.Account, context.Parameters);

        if (!context.State.Accounts.Exists(arn.AccountId))
            throw new ServiceException("InvalidParameter.AccountNotAvaliable", arn.AccountId);
        var role = context.State.Roles.Find(arn.Text) ?? throw new ServiceException("ResourceNotFound.RoleNotFound", arn.Text);
        if (!role.TrustedAccounts.Contains(context.AccountId) || (role.ExternalId ?? externalId) != externalId || (role.RequiresMfa && !hasMfa))
            throw new ServiceException("UnauthorizedOperation", arn.Text);

        var key = context.State.Roles.Assume(
            role, new RoleSession(role.RoleId, session, Caller(context.Account), tags), context.Now, TimeSpan.FromSeconds(seconds));
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

    private static string Caller(SimulatedAccount account) => account.Session?.Caller ?? account.SubAccountId ?? account.AccountId;

    private static List<SimulatedTag> Tags(Parameters parameters)
    {
        var tags = parameters.Objects("Tags").Select(tag => new SimulatedTag(tag.Text("Key"), tag.Text("Value"))).ToList();
        if (tags.Count > MaxTags || tags.Select(tag => tag.Key).Distinct().Count() < tags.Count
            || tags.Exists(tag => tag.Key.Length is 0 or > MaxTagKeyLength || tag.Value.Length > MaxTagValueLength))
        {
            throw new ServiceException(ParamError, "Tags");
        }
        return tags;
    }
}
