using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Rollout;

/// <summary>Reasons to refuse a publication before anything changes.</summary>
public static class RolloutRules
{
    /// <summary>Checks that an image can be published in its region.</summary>
    /// <param name="imageId">The image.</param>
    /// <param name="image">The image as the service describes it; null if it was not found.</param>
    /// <param name="region">The region.</param>
    public static RuleViolation? CheckImage(string imageId, Image? image, string region)
    {
        if (image is null)
            return ImageChangeRules.NotFound(imageId, region);
        if (image.ImageType != ImageTypes.Private)
            return NotOwn(image, region);
        return image.ImageState == ImageStates.Normal ? null : new RuleViolation(
            "ImageNotReady",
            Localized.Text(
                $"{imageId} ('{image.ImageName}') in {region} is not available: its state is {image.ImageState}.",
                $"{region} 的 {imageId}（“{image.ImageName}”）不可用：状态为 {image.ImageState}。"),
            Localized.Text("Wait for it with Wait-TccImage.", "请先用 Wait-TccImage 等待。"));
    }

    /// <summary>Checks that an image has the platform and the architecture of the one that it replaces.</summary>
    /// <param name="image">The new image.</param>
    /// <param name="current">The present one; null if it no longer exists.</param>
    /// <param name="target">The name of the target.</param>
    public static RuleViolation? CheckPlatform(Image image, Image? current, string target)
    {
        if (current is null || (IsWindows(image) == IsWindows(current) && (image.Architecture ?? "") == (current.Architecture ?? "")))
            return null;
        return new RuleViolation(
            "PlatformDiffers",
            Localized.Text(
                $"{target} starts from {current.ImageId} ({current.Platform}, {current.Architecture}), and {image.ImageId} is {image.Platform}, {image.Architecture}.",
                $"{target} 使用的 {current.ImageId} 为 {current.Platform}、{current.Architecture}，而 {image.ImageId} 为 {image.Platform}、{image.Architecture}。"),
            Localized.Text("Specify an image of the same platform.", "请指定相同平台的镜像。"));
    }

    /// <summary>The refusal of a target that does not exist.</summary>
    public static RuleViolation TargetNotFound(TargetSelector target, string region) => new(
        "TargetNotFound",
        Localized.Text($"There is no {KindOf(target.Kind)} '{target.Text}' in {region}.", $"{region} 中没有{KindOf(target.Kind)}“{target.Text}”。"),
        Localized.Text(
            "Names must match exactly. Get-TccLaunchTemplate and Get-TccAutoScalingGroup list what is there.",
            "名称必须完全一致。可以用 Get-TccLaunchTemplate 和 Get-TccAutoScalingGroup 列出。"));

    /// <summary>The refusal of a name that several targets have.</summary>
    public static RuleViolation TargetAmbiguous(TargetSelector target, string region, IEnumerable<string> ids) => new(
        "TargetAmbiguous",
        Localized.Text(
            $"There are several: {KindOf(target.Kind)} '{target.Text}' in {region} ({Localized.List(ids)}).",
            $"{region} 中名称为“{target.Text}”的{KindOf(target.Kind)}不止一个（{Localized.List(ids)}）。"),
        Localized.Text("Specify the ID.", "请指定 ID。"));

    /// <summary>The refusal of two images for the same region.</summary>
    public static RuleViolation SeveralImages(string region, IEnumerable<string> imageIds) => new(
        "SeveralImages",
        Localized.Text(
            $"A target can start from one image only, and there are several for {region}: {Localized.List(imageIds)}.",
            $"目标只能使用一个镜像，而 {region} 指定了多个：{Localized.List(imageIds)}。"),
        Localized.Text("Pipe in one image for each region.", "请为每个地域只传入一个镜像。"));

    /// <summary>The refusal of a launch configuration with an image family.</summary>
    public static RuleViolation HasImageFamily(string configurationId, string family, string region) => new(
        "HasImageFamily",
        Localized.Text(
            $"The launch configuration {configurationId} in {region} has the image family '{family}'. Tencent does not document whether the family or the image applies.",
            $"{region} 的启动配置 {configurationId} 设置了镜像族“{family}”。镜像族与镜像同时存在时以哪个为准，腾讯云没有说明。"),
        Localized.Text(
            "Remove the family from the launch configuration in the console, or change the images of the family with Set-TccImage.",
            "请在控制台移除启动配置中的镜像族，或用 Set-TccImage 修改该镜像族的镜像。"));

    /// <summary>The refusal of a group whose launch configuration is missing.</summary>
    public static RuleViolation NoConfiguration(string groupId, string region) => new(
        "NoLaunchConfiguration",
        Localized.Text($"The launch configuration of the scaling group {groupId} in {region} was not found.", $"找不到 {region} 的伸缩组 {groupId} 的启动配置。"),
        Localized.Text("Check the group in the console.", "请在控制台检查该伸缩组。"));

    /// <summary>The refusal of a group that cannot be refreshed now.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="region">The region.</param>
    /// <param name="reason">The reason: a state, or a refresh.</param>
    public static RuleViolation GroupBusy(string groupId, string region, string reason) => new(
        "AutoScalingGroupBusy",
        Localized.Text($"The scaling group {groupId} in {region} cannot be refreshed now: {reason}.", $"{region} 的伸缩组 {groupId} 目前无法刷新实例：{reason}。"),
        Localized.Text("Retry when the activity of the group has ended.", "请在伸缩组的活动结束后重试。"));

    /// <summary>The refusal of a target that somebody has changed.</summary>
    /// <param name="target">The target.</param>
    /// <param name="region">The region.</param>
    /// <param name="now">The state now.</param>
    public static RuleViolation ChangedMeanwhile(string target, string region, string now) => new(
        "TargetChanged",
        Localized.Text($"Somebody has changed {target} in {region} since: {now}.", $"{region} 的 {target} 已被他人修改：{now}。"),
        Localized.Text("Check the change. Undo-TccImagePublication -Force undoes the publication anyway.", "请先检查该修改。如仍需撤销，请使用 Undo-TccImagePublication -Force。"));

    /// <summary>The refusal to undo a row that does not say what was before.</summary>
    public static RuleViolation PreviousUnknown(string target, string region) => new(
        "PreviousUnknown",
        Localized.Text($"The row does not say which image {target} in {region} had before.", $"记录中没有 {region} 的 {target} 之前的镜像。"),
        Localized.Text("Publish the earlier image with Publish-TccImage.", "请用 Publish-TccImage 发布之前的镜像。"));

    /// <summary>The refusal to undo a refresh that the service cannot roll back.</summary>
    public static RuleViolation CannotRollBack(string activityId, string? status, string region) => new(
        "RefreshNotRolledBack",
        Localized.Text(
            $"The refresh {activityId} in {region} cannot be rolled back: its state is {status}. Only a paused refresh, or the latest one if it succeeded, can.",
            $"{region} 的实例刷新 {activityId} 无法回滚：状态为 {status}。只有已暂停的刷新或最近一次成功的刷新可以回滚。"),
        Localized.Text("Publish the earlier image with Publish-TccImage -Refresh.", "请用 Publish-TccImage -Refresh 发布之前的镜像。"));

    /// <summary>The failure of a refresh that is paused because instances failed.</summary>
    public static RuleViolation RefreshPaused(string group, string activityId, string region, string details) => new(
        "RefreshPaused",
        Localized.Text(
            $"The refresh {activityId} of '{group}' in {region} is paused, and the group is disabled: {details}.",
            $"{region} 的“{group}”的实例刷新 {activityId} 已暂停，伸缩组处于停用状态：{details}。"),
        Localized.Text(
            "Pipe the row into Publish-TccImage to retry (-SkipFailed skips the instances that failed), or into Undo-TccImagePublication to restore the earlier image.",
            "将该记录传给 Publish-TccImage 可重试（-SkipFailed 跳过失败的实例），传给 Undo-TccImagePublication 可恢复之前的镜像。"));

    /// <summary>The refusal to resume a refresh that is no longer active.</summary>
    public static RuleViolation NothingToResume(string group, string activityId, string region) => new(
        "NothingToResume",
        Localized.Text(
            $"The refresh {activityId} of '{group}' in {region} is no longer active.", $"{region} 的“{group}”的实例刷新 {activityId} 已不再进行。"),
        Localized.Text("Start another one with -Refresh.", "请用 -Refresh 重新开始。"));

    /// <summary>The failure of a refresh that ended without success.</summary>
    public static RuleViolation RefreshFailed(string group, string activityId, string? status, string region) => new(
        "RefreshFailed",
        Localized.Text(
            $"The refresh {activityId} of '{group}' in {region} has ended as {status}.", $"{region} 的“{group}”的实例刷新 {activityId} 已结束，状态为 {status}。"),
        Localized.Text("Check the instances of the group, then publish the image again.", "请检查伸缩组的实例，然后重新发布镜像。"));

    /// <summary>The failure of a refresh that the service has rolled back.</summary>
    public static RuleViolation RefreshRolledBack(string group, string activityId, string region) => new(
        "RefreshRolledBack",
        Localized.Text(
            $"Instances of '{group}' in {region} could not be reinstalled, and the service has rolled the refresh {activityId} back.",
            $"{region} 的“{group}”有实例重装失败，服务已回滚实例刷新 {activityId}。"),
        Localized.Text("Check the image before you publish it again.", "重新发布前请检查镜像。"));

    /// <summary>Returns the name of a kind of targets.</summary>
    internal static string KindOf(PublicationKind kind) => kind switch
    {
        PublicationKind.LaunchTemplate => Localized.Text("launch template", "启动模板"),
        PublicationKind.LaunchConfiguration => Localized.Text("launch configuration", "启动配置"),
        _ => Localized.Text("scaling group", "伸缩组"),
    };

    private static RuleViolation NotOwn(Image image, string region) => new(
        "ImageOfOtherAccount",
        Localized.Text(
            $"{image.ImageId} ('{image.ImageName}') in {region} does not belong to this account, so others can withdraw it.",
            $"{region} 的 {image.ImageId}（“{image.ImageName}”）不属于该账号，他人可能会收回。"),
        Localized.Text("Copy it to a custom image with Copy-TccSharedImage first.", "请先用 Copy-TccSharedImage 将其复制为自定义镜像。"));

    private static bool IsWindows(Image image) => image.Platform?.StartsWith("Windows", StringComparison.OrdinalIgnoreCase) == true;
}
