using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>The texts about times.</summary>
internal static partial class Messages
{
    internal static string TimeNotUnderstood(string text) => Localized.Text(
        $"'{text}' is not a time, or it can be read as more than one.",
        $"“{text}”不是有效的时间，或者有多种理解方式。");

    internal static string TimeAdvice() => Localized.Text(
        "Write times as 2026-11-29T08:30:00Z.",
        "请将时间写成 2026-11-29T08:30:00Z 的形式。");

    internal static string RowTimeNotRead(TccImageCopy row, string property, string reason) => Localized.Text(
        $"The row of '{row.ImageId}' ({row.ImageName}, {row.Region}) continues without its {property}: {reason}",
        $"“{row.ImageId}”（{row.ImageName}，{row.Region}）的记录将在缺少 {property} 的情况下继续处理：{reason}");
}
