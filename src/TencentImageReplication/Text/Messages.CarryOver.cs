using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Text;

internal static partial class Messages
{
    internal static string NotCarriedOver(TccImageCopy? row, CarryOverFailure failure, string problem) => Localized.Text(
        $"The copy {row?.ImageId} in {row?.Region} is ready, but has not got from its source: {failure.Attributes}. {problem}",
        $"副本 {row?.ImageId}（{row?.Region}）已就绪，但未能沿用源镜像的以下内容：{failure.Attributes}。{problem}");

    internal static string NotCarriedOverAdvice() => Localized.Text(
        "To try that again, pipe the row into Wait-TccImage once more.",
        "如需重试，请将该记录再次通过管道传给 Wait-TccImage。");
}
