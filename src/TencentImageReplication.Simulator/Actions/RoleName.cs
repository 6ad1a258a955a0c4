using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The resource name of a role: by its name or its ID, of an account or of a service. Source: AssumeRole, RoleArn.</summary>
/// <param name="Text">The whole name.</param>
/// <param name="AccountId">The account in it.</param>
internal sealed record RoleName(string Text, string AccountId)
{
    private static readonly Regex Form = new(
        "^qcs::cam::uin/([0-9]+):(roleName/[A-Za-z0-9_+=,.@-]+|role/[0-9]+|role/tencentcloudServiceRoleName/[A-Za-z0-9_+=,.@-]+|role/tencentcloudServiceRole/[0-9]+)\\z",
        RegexOptions.CultureInvariant);

    public static RoleName Parse(string text) => Form.Match(text) is { Success: true } match
        ? new RoleName(text, match.Groups[1].Value)
        : throw new ServiceException("InvalidParameter.ResouceError", "RoleArn");
}
