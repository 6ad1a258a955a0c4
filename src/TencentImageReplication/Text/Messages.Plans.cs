using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Running;

namespace TencentImageReplication.Text;

/// <summary>Texts about replication plans.</summary>
internal static partial class Messages
{
    /// <summary>The maximum length of a part of a plan that a text quotes.</summary>
    private const int MaxQuoted = 40;

    internal static string InvalidPlan(string path, IReadOnlyList<string> problems)
    {
        var first = problems.Count == 1
            ? Localized.Text($"The plan {path} has a mistake:", $"复制计划 {path} 有错误：")
            : Localized.Text($"The plan {path} has {problems.Count} mistakes:", $"复制计划 {path} 有 {problems.Count} 处错误：");
        return string.Join(Environment.NewLine, [first, .. problems]);
    }

    internal static string InvalidPlanAdvice() => Localized.Text(
        "Correct these lines. about_TccReplicationPlan describes the keys.", "请按行号修正。复制计划的键见 about_TccReplicationPlan。");

    internal static string PlanNotFound(string path) => Localized.Text($"There is no plan file '{path}'.", $"找不到复制计划文件“{path}”。");

    internal static string PlanNotFoundAdvice() => Localized.Text(
        "Check the path: it must name a .psd1 or .json file of the file system.", "请检查路径：必须是文件系统中的 .psd1 或 .json 文件。");

    internal static string PlanNotRead(string path, string reason) => Localized.Text(
        $"The plan file '{path}' cannot be read: {reason}", $"无法读取复制计划文件“{path}”：{reason}");

    internal static string NotAPlan(string text) => Localized.Text(
        $"'{text}' is not a replication plan.", $"“{text}”不是复制计划。");

    internal static string NotAPlanAdvice() => Localized.Text(
        "Specify the path of a plan file, or the output of Import-TccReplicationPlan.",
        "请指定复制计划文件的路径，或 Import-TccReplicationPlan 的输出。");

    internal static string PlanFamilyNotFound(string name, string families) => Localized.Text(
        $"No plan has the family '{name}'. The families are: {families}.", $"复制计划中没有系列“{name}”。已有的系列：{families}。");

    internal static string PlanFamilyNotFoundAdvice() => Localized.Text(
        "Check the name. With a wildcard, such as golden-*, no match is not an error.",
        "请检查名称。如果使用通配符（例如 golden-*），没有匹配项时不会报错。");

    /// <summary>A step of Sync-TccReplicationPlan.</summary>
    internal static ConfirmationText PlanStep(PlanStep step)
    {
        var row = step.Rows[0];
        var (version, places) = (VisibleText.Of(row.Version), PlanPlaces.Of(Localized.List(step.Rows.Select(part => part.Region)), row.Account));
        if (step.Action.HasFlag(PlanActions.Remove))
        {
            return new ConfirmationText(
                Localized.Text(
                    $"Delete {row.ImageId}, the copy of '{version}' in {places}, with its snapshots",
                    $"删除 {places} 中“{version}”的副本 {row.ImageId} 及其快照"),
                PlanReason(row));
        }

        return step.Action.HasFlag(PlanActions.Copy)
            ? new ConfirmationText(CopyStep(step, version, places), StepsBefore(step.Action))
            : new ConfirmationText(
                Localized.Text(
                    $"Update {row.ImageId}, the copy of '{version}' in {places}",
                    $"更新 {places} 中“{version}”的副本 {row.ImageId}"),
                PlanReason(row));
    }

    internal static string PlanRowFailed(TccReplicationRow row, string problem)
    {
        var (version, place) = (VisibleText.Of(row.Version), PlanPlaces.Of(row.Region, row.Account));
        return version.Length == 0
            ? Localized.Text($"{place}: {problem}", $"{place}：{problem}")
            : Localized.Text($"'{version}' in {place}: {problem}", $"{place} 中的“{version}”：{problem}");
    }

    internal static string SyncStopped() => Localized.Text(
        "The command ended early. Copies that were requested continue at Tencent Cloud. To resume, run the same command again: "
            + "it continues from the images that are there, and nothing is copied twice.",
        "命令已提前结束。腾讯云会继续已请求的复制。如需继续，请再次运行同一命令：会从现有的镜像继续，不会重复复制。");

    internal static string JournalNotOpened(string path, string reason) => Localized.Text(
        $"The journal '{path}' cannot be written: {reason}", $"无法写入日志文件“{path}”：{reason}");

    private static string CopyStep(PlanStep step, string version, string places) => step.TotalSizeGB > 0
        ? Localized.Text($"Copy '{version}' ({step.TotalSizeGB} GiB) to {places}", $"将“{version}”（{step.TotalSizeGB} GiB）复制到 {places}")
        : Localized.Text($"Copy '{version}' to {places}", $"将“{version}”复制到 {places}");

    private static string StepsBefore(PlanActions actions)
    {
        var share = actions.HasFlag(PlanActions.Share) ? Localized.Text("The source is shared with the account first.", "先将源镜像共享给该账号。") : "";
        var rename = actions.HasFlag(PlanActions.Rename) ? Localized.Text("An earlier copy gets another name first.", "先为较早的副本改名。") : "";
        return share.Length > 0 && rename.Length > 0 ? Sentences(share, rename) : share + rename;
    }

    private static string PlanReason(PlanRow row) => row.Reason is { Length: > 0 } reason
        ? Localized.Text($"Reason: {VisibleText.Of(reason)}.", $"原因：{VisibleText.Of(reason)}。")
        : "";

    internal static string PlanNotParsed(string reason) => Localized.Text($"PowerShell cannot parse this: {reason}", $"PowerShell 无法解析：{reason}");

    internal static string PlanNotOneTable() => Localized.Text(
        "The file must contain one table and nothing else: @{ PlanVersion = 1; … }.", "文件中只能有一个表：@{ PlanVersion = 1; … }。");

    internal static string PlanNotData(string part)
    {
        var line = part.Split('\r', '\n')[0];
        var text = line.Length > MaxQuoted ? $"{line.Remove(MaxQuoted)}…" : line;
        return Localized.Text(
            $"{text} is not data. A plan contains only texts, numbers, $true, $false, @( ) and @{{ }}, and nothing in it runs.",
            $"{text} 不是数据。复制计划中只能有文本、数字、$true、$false、@( ) 和 @{{ }}，其中的内容不会运行。");
    }

    internal static string PlanTooLarge() => Localized.Text("The file is too large for a plan.", "文件过大，不是复制计划文件。");

    internal static string PlanNotUtf8() => Localized.Text(
        "The file is not UTF-8. Save it as UTF-8, with or without a byte order mark.", "文件不是 UTF-8 编码。请保存为 UTF-8（可带或不带 BOM）。");

    internal static string PlanExtension() => Localized.Text(
        "The name of a plan file must end in .psd1 or .json.", "复制计划文件的扩展名必须是 .psd1 或 .json。");

    internal static string RowOfOtherAccount(string account, string accountId, string ownId) => Localized.Text(
        $"The image belongs to the account {accountId} ('{account}' in the plan), and the connection to the account {ownId}.",
        $"该镜像属于账号 {accountId}（复制计划中的“{account}”），而当前连接属于账号 {ownId}。");

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
