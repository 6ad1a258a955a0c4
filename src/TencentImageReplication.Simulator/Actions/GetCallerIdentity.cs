using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Returns the account or the role whose key signed the request, in the forms of Tencent's examples.</summary>
internal sealed class GetCallerIdentity : IApiAction
{
    public string Name => nameof(GetCallerIdentity);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        if (context.Account.Session is { } session)
        {
            return new JsonObject
            {
                ["Arn"] = $"qcs::sts:{context.AccountId}:assumed-role/{session.RoleId}",
                ["AccountId"] = context.AccountId,
                ["UserId"] = $"{session.RoleId}:{session.Name}",
                ["PrincipalId"] = session.Caller,
                ["Type"] = "CAMRole",
            };
        }
        var userId = context.Account.SubAccountId ?? context.AccountId;
        return new JsonObject
        {
            ["Arn"] = $"qcs::cam:{context.AccountId}:uin/{userId}",
            ["AccountId"] = context.AccountId,
            ["UserId"] = userId,
            ["PrincipalId"] = userId,
            ["Type"] = "CAMUser",
        };
    }
}
