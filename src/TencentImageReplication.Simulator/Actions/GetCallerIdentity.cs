using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Returns the account whose key signed the request.</summary>
internal sealed class GetCallerIdentity : IApiAction
{
    public string Name => nameof(GetCallerIdentity);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var userId = context.Account.SubAccountId ?? context.AccountId;
        return new JsonObject
        {
            ["Arn"] = $"qcs::cam::uin/{context.AccountId}:uin/{userId}",
            ["AccountId"] = context.AccountId,
            ["UserId"] = userId,
            ["PrincipalId"] = userId,
            ["Type"] = context.Account.SubAccountId is null ? "RootAccount" : "SubAccount",
        };
    }
}
