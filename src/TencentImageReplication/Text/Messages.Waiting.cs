using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Text;

/// <summary>Texts about waiting for images.</summary>
internal static partial class Messages
{
    /// <summary>The length to which a progress bar shortens the name of an image.</summary>
    private const int MaxNameShown = 21;

    internal static string WaitActivity() => Localized.Text("Waiting for images", "正在等待镜像");

    internal static string WaitDone() => Localized.Text("Done", "完成");

    internal static string WaitStatus(WaitProgress progress)
    {
        var (done, total) = (progress.Finished, progress.Total);
        if (progress.Remaining is not { } time)
            return Localized.Text($"{done} of {total} done", $"已完成 {done}/{total}");
        var left = About(time);
        var hidden = total - done - progress.Pending.Count;
        var more = hidden <= 0 ? "" : Localized.Text($", {hidden} more not shown", $"，另有 {hidden} 个未显示");
        return Localized.Text($"{done} of {total} done, {left} left{more}", $"已完成 {done}/{total}，剩余{left}{more}");
    }

    internal static string WaitImageActivity(PendingImage image)
    {
        var (imageId, region) = (image.Target.ImageId, image.Target.Region);
        var name = image.Name ?? (image.Target.Tag as TccImageCopy)?.ImageName;
        return string.IsNullOrEmpty(name)
            ? $"{imageId} → {region}"
            : Localized.Text($"{ShortName(name!)} → {region} ({imageId})", $"{ShortName(name!)} → {region}（{imageId}）");
    }

    internal static string WaitImageStatus(PendingImage image)
    {
        var state = image.State ?? NotVisible();
        return image.Percent is { } percent ? Localized.Text($"{state}, {percent} %", $"{state}，{percent}%") : state;
    }

    internal static string WaitingStopped(int pending) => Localized.Text(
        $"The command was stopped. Images that are not available yet: {pending}. They continue at Tencent Cloud. "
            + "To resume, run the same command again, without -Force: copies that are in progress are found.",
        $"已停止等待，还有 {pending} 个镜像未就绪。这些镜像会在腾讯云继续处理；"
            + "如需继续等待，请再次运行同一命令，不使用 -Force：会找到正在进行的复制。");

    internal static string WaitFailed(string imageId, string region, string? state) => Localized.Text(
        $"Image {imageId} in {region} has the final state {state}. It cannot become available.",
        $"镜像 {imageId}（{region}）的最终状态为 {state}，不会再变为可用。");

    internal static string WaitFailedAdvice() => Localized.Text(
        "Copy the image again: pipe the row into the copy command that emitted it.",
        "请重新复制该镜像：将该记录通过管道传回输出它的复制命令。");

    internal static string ImageNotCreatedAdvice() => Localized.Text(
        "Create the image again, then delete this one with Remove-TccImage.", "请重新创建镜像，然后用 Remove-TccImage 删除该镜像。");

    internal static string WaitVanished(string imageId, string region, bool wasSeen) => wasSeen
        ? Localized.Text($"Image {imageId} in {region} no longer exists.", $"镜像 {imageId}（{region}）已不存在。")
        : ImageNotFound(imageId, region);

    internal static string WaitVanishedAdvice() => Localized.Text(
        "Check the ID and the region. If it was a copy, copy the image again: pipe the row into the copy command that emitted it.",
        "请检查 ID 和地域。如果是副本，请重新复制该镜像：将该记录通过管道传回输出它的复制命令。");

    internal static string WaitTimedOut(string imageId, string region, Image? image, DateTimeOffset now)
    {
        var seen = image?.ImageState ?? NotVisible();
        if (image is not null && LongCopies.Since(image, now) is { } since)
            seen = Localized.Text($"{seen} since {since}", $"{seen}，自 {since} 起");
        return Localized.Text(
            $"Image {imageId} in {region} did not become available within the time limit ({seen}).",
            $"镜像 {imageId}（{region}）在指定时间内未就绪（{seen}）。");
    }

    internal static string WaitTimedOutAdvice(string imageId, string region) => Sentences(
        Localized.Text("It may still become available.", "该镜像之后仍可能就绪。"), WaitResumeAdvice(imageId, region));

    internal static string WaitResumeAdvice(string imageId, string region) => Localized.Text(
        $"To resume waiting, pipe the row into Wait-TccImage again, or run: Wait-TccImage -ImageId {imageId} -Region {region}",
        $"如需继续等待，请将该记录再次通过管道传给 Wait-TccImage，或运行：Wait-TccImage -ImageId {imageId} -Region {region}");

    internal static string StuckCopyAdvice() => Localized.Text(
        "Copies take 10 to 30 minutes, so this one may be stuck: contact Tencent Cloud support, or copy again with -Force.",
        "复制通常需要 10 到 30 分钟，该副本可能已卡住：请联系腾讯云技术支持，或使用 -Force 重新复制。");

    // PowerShell gives half the width of the terminal to the text before a bar: in 80 columns, the region fits too.
    private static string ShortName(string name) => VisibleText.Of(name) is { Length: > MaxNameShown } text ? text[..(MaxNameShown - 1)] + "…" : VisibleText.Of(name);

    private static string NotVisible() => Localized.Text("not visible yet", "尚不可见");

    private static string About(TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(2))
        {
            var seconds = Math.Max(1, (int)time.TotalSeconds);
            return Localized.Text($"about {seconds} s", $"约 {seconds} 秒");
        }

        var minutes = (int)Math.Round(time.TotalMinutes);
        return Localized.Text($"about {minutes} min", $"约 {minutes} 分钟");
    }
}
