using System.Text.RegularExpressions;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the accounts of a plan.</summary>
internal static class AccountReader
{
    private const string Role = "AssumeRoleArn";
    private const string Profile = "ProfileName";

    private static readonly Regex Arn = new(@"^qcs::cam::uin/[0-9]+:role(Name)?/.+\z", RegexOptions.CultureInvariant);
    private static readonly char[] NotInNames = ['/', '\\', ':'];

    /// <summary>Reads the table of accounts, whose keys are their names.</summary>
    public static IReadOnlyList<PlanAccount> Read(PlanTable document, string key, PlanReport report)
    {
        if (document.Value(key) is not { } node || PlanTable.Open(node, key, report) is not { } table)
            return [];
        var accounts = new List<PlanAccount>();
        foreach (var member in table.Members)
        {
            if (ReadAccount(member, table.At(member.Key), report) is not { } account)
                continue;
            CheckDifferent(account, accounts, member.Line, report);
            accounts.Add(account);
        }

        return accounts;
    }

    private static PlanAccount? ReadAccount(PlanMember member, string path, PlanReport report)
    {
        if (member.Key.Trim().Length == 0 || member.Key.Equals(ReplicationPlan.OwnAccount, StringComparison.OrdinalIgnoreCase))
        {
            report.Error(member.Line, Localized.Text(
                $"{path}: '{member.Key}' cannot be the name of an account. '{ReplicationPlan.OwnAccount}' is that of the connection.",
                $"{path}：“{member.Key}”不能作为账号名称。“{ReplicationPlan.OwnAccount}”表示当前连接的账号。"));
            return null;
        }

        if (PlanTable.Open(member.Value, path, report, Role, Profile) is not { } table)
            return new PlanAccount(member.Key, null, null);
        if (table.Has(Role) == table.Has(Profile))
        {
            report.Error(table.Line, table.Has(Role)
                ? Localized.Text($"{path} must have {Role} or {Profile}, not both.", $"{path} 只能有 {Role} 或 {Profile} 其中之一。")
                : Localized.Text($"{path} must have {Role} or {Profile}.", $"{path} 必须有 {Role} 或 {Profile}。"));
        }

        return new PlanAccount(member.Key, ReadRole(table, report), ReadProfile(table, report));
    }

    private static string? ReadRole(PlanTable table, PlanReport report)
    {
        if (table.Text(Role) is { } text && !Arn.IsMatch(text.Text))
        {
            report.Error(text.Line, Localized.Text(
                $"{text.Path}: '{text.Text}' is not the name of a role. Roles look like qcs::cam::uin/100000000002:roleName/images.",
                $"{text.Path}：“{text.Text}”不是有效的角色。角色形如 qcs::cam::uin/100000000002:roleName/images。"));
        }

        return table.Text(Role)?.Text;
    }

    private static string? ReadProfile(PlanTable table, PlanReport report)
    {
        if (table.Text(Profile) is { } text && text.Text.IndexOfAny(NotInNames) >= 0)
        {
            report.Error(text.Line, Localized.Text(
                $"{text.Path}: '{text.Text}' is not the name of a tccli profile. It must be a file name without a folder.",
                $"{text.Path}：“{text.Text}”不是有效的 tccli 配置文件名称。名称是文件名，不能包含目录。"));
        }

        return table.Text(Profile)?.Text;
    }

    private static void CheckDifferent(PlanAccount account, List<PlanAccount> others, int line, PlanReport report)
    {
        var same = others.FirstOrDefault(other => (account.AssumeRoleArn is { } arn && arn == other.AssumeRoleArn)
            || (account.ProfileName is { } profile && profile == other.ProfileName));
        if (same is not null)
        {
            report.Error(line, Localized.Text(
                $"Accounts.{account.Name} is the same account as Accounts.{same.Name}.",
                $"Accounts.{account.Name} 与 Accounts.{same.Name} 是同一账号。"));
        }
    }
}
