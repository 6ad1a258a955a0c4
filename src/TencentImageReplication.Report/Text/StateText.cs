using TencentImageReplication.Core.Common;
using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Text;

/// <summary>The word and the symbol of a state. States differ in their symbols too, for readers without colours.</summary>
internal static class StateText
{
    public static string Word(ReportState state) => state switch
    {
        ReportState.Ready => Localized.Text("ready", "可用"),
        ReportState.Source => Localized.Text("source", "源镜像"),
        ReportState.Copying => Localized.Text("copying", "复制中"),
        ReportState.Planned => Localized.Text("planned", "待执行"),
        ReportState.Missing => Localized.Text("missing", "缺失"),
        ReportState.Outdated => Localized.Text("outdated", "已过时"),
        ReportState.Different => Localized.Text("different", "有差异"),
        ReportState.Unpublished => Localized.Text("not published", "未发布"),
        ReportState.Surplus => Localized.Text("surplus", "多余"),
        ReportState.Held => Localized.Text("held", "保留"),
        ReportState.Removed => Localized.Text("removed", "已删除"),
        ReportState.Blocked => Localized.Text("blocked", "受阻"),
        ReportState.TimedOut => Localized.Text("timed out", "超时"),
        ReportState.Failed => Localized.Text("failed", "失败"),
        _ => Localized.Text("unknown", "未知"),
    };

    public static string Symbol(ReportState state) => state switch
    {
        ReportState.Ready => "✓",
        ReportState.Source => "◆",
        ReportState.Copying => "…",
        ReportState.Planned => "›",
        ReportState.Missing => "○",
        ReportState.Outdated => "↺",
        ReportState.Different => "≠",
        ReportState.Unpublished => "↑",
        ReportState.Surplus => "+",
        ReportState.Held => "=",
        ReportState.Removed => "−",
        ReportState.Blocked => "⊘",
        ReportState.TimedOut => "!",
        ReportState.Failed => "✕",
        _ => "?",
    };

    /// <summary>The group of states that share a colour.</summary>
    public static string Tone(ReportState state) => state switch
    {
        ReportState.Ready or ReportState.Source => "good",
        ReportState.Copying or ReportState.Planned => "busy",
        ReportState.Failed or ReportState.TimedOut or ReportState.Blocked => "bad",
        ReportState.Missing or ReportState.Outdated or ReportState.Different or ReportState.Unpublished or ReportState.Unknown => "warn",
        _ => "calm",
    };
}
