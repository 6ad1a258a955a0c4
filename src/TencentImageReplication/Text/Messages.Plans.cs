using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about replication plans.</summary>
internal static partial class Messages
{
    /// <summary>The maximum length of a part of a plan that a text quotes.</summary>
    private const int MaxQuoted = 40;

    internal static string InvalidPlan(string path, IReadOnlyList<string> problems)
    {
        var first = problems.Count == 1
            ? Localized.Text($"The plan {path} has a mistake:", $"计划 {path} 有错误：")
            : Localized.Text($"The plan {path} has {problems.Count} mistakes:", $"计划 {path} 有 {problems.Count} 处错误：");
        return string.Join(Environment.NewLine, [first, .. problems]);
    }

    internal static string InvalidPlanAdvice() => Localized.Text(
        "Correct these lines. about_TccReplicationPlan describes the keys.", "请按行号修正。计划的键见 about_TccReplicationPlan。");

    internal static string PlanNotFound(string path) => Localized.Text($"There is no plan file '{path}'.", $"找不到计划文件“{path}”。");

    internal static string PlanNotFoundAdvice() => Localized.Text(
        "Check the path: it must name a .psd1 or .json file of the file system.", "请检查路径：必须是文件系统中的 .psd1 或 .json 文件。");

    internal static string PlanNotRead(string path, string reason) => Localized.Text(
        $"The plan file '{path}' cannot be read: {reason}", $"无法读取计划文件“{path}”：{reason}");

    internal static string NotAPlan(string text) => Localized.Text(
        $"'{text}' is not a replication plan.", $"“{text}”不是复制计划。");

    internal static string NotAPlanAdvice() => Localized.Text(
        "Specify the path of a plan file, or the output of Import-TccReplicationPlan.",
        "请指定计划文件的路径，或 Import-TccReplicationPlan 的输出。");

    internal static string PlanFamilyNotFound(string name, string families) => Localized.Text(
        $"No plan has the family '{name}'. The families are: {families}.", $"计划中没有系列“{name}”。已有的系列：{families}。");

    internal static string PlanFamilyNotFoundAdvice() => Localized.Text(
        "Check the name. With a wildcard, such as golden-*, no match is not an error.",
        "请检查名称。如果使用通配符（例如 golden-*），没有匹配项时不会报错。");

    internal static string PlanNotParsed(string reason) => Localized.Text($"PowerShell cannot parse this: {reason}", $"PowerShell 无法解析：{reason}");

    internal static string PlanNotOneTable() => Localized.Text(
        "The file must contain one table and nothing else: @{ PlanVersion = 1; … }.", "文件中只能有一个表：@{ PlanVersion = 1; … }。");

    internal static string PlanNotData(string part)
    {
        var line = part.Split('\r', '\n')[0];
        var text = line.Length > MaxQuoted ? line.Substring(0, MaxQuoted) + "…" : line;
        return Localized.Text(
            $"{text} is not data. A plan contains only texts, numbers, $true, $false, @( ) and @{{ }}, and nothing in it runs.",
            $"{text} 不是数据。计划中只能有文本、数字、$true、$false、@( ) 和 @{{ }}，其中的内容不会运行。");
    }

    internal static string PlanTooLarge() => Localized.Text("The file is too large for a plan.", "文件过大，不是计划文件。");

    internal static string PlanNotUtf8() => Localized.Text(
        "The file is not UTF-8. Save it as UTF-8, with or without a byte order mark.", "文件不是 UTF-8 编码。请保存为 UTF-8（可带或不带 BOM）。");

    internal static string PlanExtension() => Localized.Text(
        "The name of a plan file must end in .psd1 or .json.", "计划文件的扩展名必须是 .psd1 或 .json。");

    internal static string RowOfOtherAccount(string account, string accountId, string ownId) => Localized.Text(
        $"The image belongs to the account {accountId} ('{account}' in the plan), and the connection to the account {ownId}.",
        $"该镜像属于账号 {accountId}（计划中的“{account}”），而当前连接属于账号 {ownId}。");

    internal static string RowOfOtherAccountAdvice() => Localized.Text(
        "Connect to that account with Connect-TccAccount -PassThru, and specify the connection with -Context.",
        "请用 Connect-TccAccount -PassThru 连接该账号，并用 -Context 指定连接。");

    internal static string OwnAccountNotRead(string reason) => Localized.Text(
        $"The account of the connection could not be read, so that of the row was not compared with it. {reason}",
        $"无法读取当前连接的账号，因此未与记录的账号比较。{reason}");

    internal static string RowWithOwner() => Localized.Text(
        "The account of a row is the owner of the image, and not an account to share it with.",
        "记录中的账号是镜像的所有者，而不是共享的对象。");

    internal static string RowWithOwnerAdvice() => Localized.Text(
        "Specify the accounts with -AccountId.", "请用 -AccountId 指定账号。");
}
