using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>The texts about times.</summary>
internal static partial class Messages
{
    internal static string RowTimeNotRead(TccImageCopy row, string property, string reason) => Localized.Text(
        $"The row of '{row.ImageId}' ({row.ImageName}, {row.Region}) continues without its {property}: {reason}",
        $"“{row.ImageId}”（{row.ImageName}，{row.Region}）的记录将在缺少 {property} 的情况下继续处理：{reason}");

    internal static string RowWordAdvice() => Localized.Text(
        "Correct the file, and pipe it in again.", "请修正文件，然后重新通过管道传入。");
}
