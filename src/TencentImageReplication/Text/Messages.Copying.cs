using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Text;

/// <summary>Texts about copying images.</summary>
internal static partial class Messages
{
    /// <summary>The number of pending copies that a text names one by one.</summary>
    private const int MaxCopiesNamed = 10;

    /// <summary>The number of destinations that a progress bar names.</summary>
    private const int MaxDestinationsShown = 3;

    internal static ConfirmationText CopyImage(ImageCopyPlan plan) => plan.IsEncrypted ? EncryptImage(plan) : CopyToRegions(plan);

    internal static string CopyTo(string imageId, string region) => Localized.Text($"{imageId} to {region}", $"{imageId} 到 {region}");

    internal static string CopyFailed(TccImageCopy row, string problem) => Localized.Text(
        $"{row.SourceImageId} was not copied to {row.Region}: {problem}",
        $"未能将 {row.SourceImageId} 复制到 {row.Region}：{problem}");

    internal static string CopyingStopped(int requested, IReadOnlyList<string> pending)
    {
        var named = Localized.List(pending.Take(MaxCopiesNamed));
        var more = pending.Count - MaxCopiesNamed;
        var unknown = pending.Count == 0 ? ""
            : more > 0 ? Localized.Text($" No response yet: {named} and {more} more.", $"尚未收到响应：{named}，以及另外 {more} 个。")
            : Localized.Text($" No response yet: {named}.", $"尚未收到响应：{named}。");
        return Localized.Text(
            $"The command ended early. Copies requested so far: {requested}. They continue at Tencent Cloud.{unknown} "
                + "To resume, run the same command again, without -Force: copies that are in progress are found, and nothing is copied twice.",
            $"命令已提前结束。已请求 {requested} 个副本，腾讯云会继续复制。{unknown}"
                + "如需继续，请再次运行同一命令，不使用 -Force：会找到正在进行的复制，不会重复复制。");
    }

    internal static string BusySourceActivity() => Localized.Text("Waiting for images that are already being copied", "等待正在复制的镜像");

    internal static string BusySourceStatus(BusySourceWait wait, int others)
    {
        var hidden = wait.DestinationRegions.Count - MaxDestinationsShown;
        var named = Localized.List(wait.DestinationRegions.Take(MaxDestinationsShown));
        var destinations = hidden > 0 ? Localized.Text($"{named} and {hidden} more", $"{named} 等另外 {hidden} 个地域") : named;
        var name = ShortName(wait.ImageName);
        var more = others == 0 ? "" : Localized.Text($" And {others} more.", $"另有 {others} 个。");
        var (elapsed, limit) = (Minutes(wait.Elapsed!.Value), Minutes(wait.Limit));
        return Localized.Text(
            $"{name} → {destinations} ({wait.ImageId} in {wait.Region}): {elapsed} of at most {limit}.{more}",
            $"{name} → {destinations}（{wait.Region} 的 {wait.ImageId}）：已等待 {elapsed}，最多 {limit}。{more}");
    }

    internal static string NoDestination() => Localized.Text("No destination was specified.", "未指定目标地域。");

    internal static string NoDestinationAdvice() => Localized.Text(
        "Specify -DestinationRegion. To retry failed copies, pipe in their rows.",
        "请指定 -DestinationRegion；如需重试，请通过管道传入以前输出的记录。");

    internal static string NoCopy(string sourceImageId, string? region) => Localized.Text(
        $"There is no copy of {sourceImageId} in {region} to use.",
        $"{region} 中没有 {sourceImageId} 的副本，无法继续处理。");

    internal static string PlannedCopySkipped(string? sourceImageId, string? region) => Localized.Text(
        $"The copy of {sourceImageId} to '{region}' was not requested because of -WhatIf. Skipping it.",
        $"由于使用了 -WhatIf，未请求将 {sourceImageId} 复制到“{region}”：跳过。");

    internal static string FailedCopySkipped(string? sourceImageId, string? region) => Localized.Text(
        $"The copy of {sourceImageId} to '{region}' failed. Skipping it.",
        $"将 {sourceImageId} 复制到“{region}”失败：跳过。");

    internal static string CopyNotUsable(string status, string? imageId, string? region) => Localized.Text(
        $"The copy {imageId} in {region} has the status {status}. Instances can only be created from completed copies.",
        $"副本 {imageId}（{region}）的状态为 {status}，只有已完成的副本才能用于创建实例。");

    internal static string CopyNotUsableAdvice() => Localized.Text(
        "If the copy is in progress, wait for it with Wait-TccImage. If it failed, copy the image again.",
        "如果正在复制，请用 Wait-TccImage 等待；如果复制失败，请重新复制。");

    internal static string KeyNeedsEncrypt() => Localized.Text("-KmsKeyId requires -Encrypt.", "-KmsKeyId 只能与 -Encrypt 一起使用。");

    internal static string KeyNeedsEncryptAdvice() => Localized.Text(
        "Add -Encrypt to create an encrypted copy, or omit -KmsKeyId.", "请使用 -Encrypt 复制为加密镜像，或去掉 -KmsKeyId。");

    internal static string NotCarriedOver(TccImageCopy? row, CarryOverFailure failure, string problem) => Localized.Text(
        $"The copy {row?.ImageId} in {row?.Region} is ready, but these properties of its source were not set on it: {failure.Attributes}. {problem}",
        $"副本 {row?.ImageId}（{row?.Region}）已就绪，但未能沿用源镜像的以下内容：{failure.Attributes}。{problem}");

    internal static string NotCarriedOverAdvice() => Localized.Text(
        "To retry, pipe the row into Wait-TccImage again.",
        "如需重试，请将该记录再次通过管道传给 Wait-TccImage。");

    private static string Minutes(TimeSpan time)
    {
        var (minutes, seconds) = ((int)time.TotalMinutes, time.Seconds);
        return Localized.Text($"{minutes} min {seconds} s", $"{minutes} 分 {seconds} 秒");
    }

    private static ConfirmationText CopyToRegions(ImageCopyPlan plan)
    {
        var name = VisibleText.Of(plan.Image.ImageName);
        var destinations = Localized.List(plan.DestinationRegions);
        var copies = plan.DestinationRegions.Count;
        var renamed = NewName(plan);
        return new(
            Localized.Text(
                $"Copy {plan.Image.ImageId} ('{name}', {plan.SizeGB} GiB) from {plan.SourceRegion} to {destinations}{renamed}",
                $"将 {plan.Image.ImageId}（“{name}”，{plan.SizeGB} GiB）从 {plan.SourceRegion} 复制到 {destinations}{renamed}"),
            Localized.Text(
                $"{(copies == 1 ? "The copy is" : $"The {copies} copies are")} billed as {plan.TotalSizeGB} GiB of snapshots.",
                $"{copies} 个副本按 {plan.TotalSizeGB} GiB 快照计费。"));
    }

    private static ConfirmationText EncryptImage(ImageCopyPlan plan)
    {
        var name = VisibleText.Of(plan.Image.ImageName);
        var renamed = NewName(plan);
        return new(
            Localized.Text(
                $"Create an encrypted copy of {plan.Image.ImageId} ('{name}', {plan.SizeGB} GiB) in {plan.SourceRegion}{renamed}",
                $"在 {plan.SourceRegion} 将 {plan.Image.ImageId}（“{name}”，{plan.SizeGB} GiB）复制为加密镜像{renamed}"),
            Localized.Text(
                $"The copy is billed as {plan.TotalSizeGB} GiB of snapshots.",
                $"副本按 {plan.TotalSizeGB} GiB 快照计费。"));
    }

    private static string NewName(ImageCopyPlan plan)
    {
        var name = VisibleText.Of(plan.ImageName);
        return plan.ImageName == plan.Image.ImageName ? "" : Localized.Text($" as '{name}'", $"，副本名称为“{name}”");
    }
}
