using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Text;

/// <summary>The texts about times.</summary>
internal static partial class Messages
{
    internal static string RowTimeNotRead(TccImageCopy row, string property, string reason) => Localized.Text(
        $"The row of '{row.ImageId}' ({row.ImageName}, {row.Region}) continues without its {property}: {reason}",
        $"“{row.ImageId}”（{row.ImageName}，{row.Region}）的记录将在缺少 {property} 的情况下继续处理：{reason}");
}
