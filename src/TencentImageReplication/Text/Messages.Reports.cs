using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>Texts about reports.</summary>
internal static partial class Messages
{
    /// <summary>The maximum number of lines that a warning names.</summary>
    private const int MaxNamedLines = 5;

    internal static string NotAReportRow() => Localized.Text(
        "The object is not a row that a report shows.", "该对象不是报告可以显示的记录。");

    internal static string NotAReportRowAdvice() => Localized.Text(
        "Pipe in the rows of the copy commands, Wait-TccImage, Compare-TccReplicationPlan or Sync-TccReplicationPlan, live or from Import-Csv.",
        "请传入复制命令、Wait-TccImage、Compare-TccReplicationPlan 或 Sync-TccReplicationPlan 的记录，也可以来自 Import-Csv。");

    internal static string JournalNotRead(string path, string reason) => Localized.Text(
        $"The journal '{path}' cannot be read: {reason}", $"无法读取日志文件“{path}”：{reason}");

    internal static string JournalLinesNotRead(string path, IReadOnlyList<int> lines)
    {
        var named = Localized.List(lines.Take(MaxNamedLines).Select(line => $"{line}"));
        return Localized.Text(
            $"{lines.Count} lines of the journal '{path}' are not entries, and are left out: {named}. A run that was killed can leave such a line at the end.",
            $"日志文件“{path}”中有 {lines.Count} 行不是日志条目，已忽略：{named}。运行被强行终止时，末尾可能留下这样的行。");
    }

    internal static string ReportTimedOutAdvice() => Localized.Text(
        "Tencent Cloud continues the copy. To find out if it is available, pipe the row into Wait-TccImage.",
        "腾讯云会继续复制。如需确认副本是否可用，请将该记录传给 Wait-TccImage。");

    internal static string ReportNotWritten(string path, string reason) => Localized.Text(
        $"The report '{path}' cannot be written: {reason}", $"无法写入报告“{path}”：{reason}");

    internal static string ReportExists(string path) => Localized.Text($"The file '{path}' exists.", $"文件“{path}”已存在。");

    internal static string ReportExistsAdvice() => Localized.Text(
        "Specify another path, or leave out -NoClobber to replace the file.", "请指定其他路径，或去掉 -NoClobber 以替换该文件。");
}
