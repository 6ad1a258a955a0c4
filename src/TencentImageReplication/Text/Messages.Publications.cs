using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rollout;

namespace TencentImageReplication.Text;

/// <summary>Texts about publications.</summary>
internal static partial class Messages
{
    internal static ConfirmationText Publication(RolloutStep step) => step.IsUndo ? UndoStep(step) : PublishStep(step);

    internal static string RefreshActivity(RefreshReport report) => report.IsRollback
        ? Localized.Text($"Rolling back '{report.GroupName}' in {report.Region}", $"正在回滚 {report.Region} 的“{report.GroupName}”")
        : Localized.Text($"Reinstalling the instances of '{report.GroupName}' in {report.Region}", $"正在重装 {report.Region} 的“{report.GroupName}”的实例");

    internal static string RefreshStatus(RefreshReport report) => Localized.Text(
        $"{report.Done} of {report.Total} instances, batch {report.Batch} of {report.Batches}",
        $"已完成 {report.Done}/{report.Total} 台实例，第 {report.Batch}/{report.Batches} 批");

    internal static string RolloutStopped() => Localized.Text(
        "The command ended early. A refresh that has started continues at Tencent Cloud, and its group is disabled until it ends. "
            + "Run the same command again: it continues what has begun, and starts nothing twice.",
        "命令已提前结束。已开始的实例刷新会在腾讯云继续，结束前伸缩组处于停用状态。请再次运行同一命令：会从已开始的操作继续，不会重复。");

    internal static string NoPublicationTarget() => Localized.Text("There is no target to publish the image in.", "没有指定发布镜像的目标。");

    internal static string NoPublicationTargetAdvice() => Localized.Text(
        "Specify -LaunchTemplateName, -AutoScalingGroupName or -LaunchConfigurationName, or the same by ID.",
        "请指定 -LaunchTemplateName、-AutoScalingGroupName 或 -LaunchConfigurationName，或对应的 ID 参数。");

    internal static string RefreshWithoutGroup() => Localized.Text(
        "-Refresh reinstalls instances of scaling groups, and there is no group.", "-Refresh 会重装伸缩组的实例，但没有指定伸缩组。");

    internal static string RefreshWithoutGroupAdvice() => Localized.Text(
        "Specify -AutoScalingGroupName or -AutoScalingGroupId.", "请指定 -AutoScalingGroupName 或 -AutoScalingGroupId。");

    internal static string NoPublication(string text) => Localized.Text($"'{text}' is not a row of Publish-TccImage.", $"“{text}”不是 Publish-TccImage 的记录。");

    internal static string NoPublicationAdvice() => Localized.Text(
        "Pipe in the rows of Publish-TccImage, or of a file that they were exported to.", "请传入 Publish-TccImage 输出的记录，或从导出文件读取的记录。");

    internal static string PublicationNotRead(string property, string words) => Localized.Text(
        $"The property {property} of the row is not one of: {words}.", $"记录的 {property} 属性不是以下值之一：{words}。");

    private static ConfirmationText PublishStep(RolloutStep step)
    {
        var row = step.Row;
        return (row.Kind, step.Batches) switch
        {
            (PublicationKind.LaunchTemplate, _) => new(Localized.Text(
                $"Publish {row.ImageId} in {TargetOf(row)}: create a version from version {row.PreviousVersion} and make it the default",
                $"将 {row.ImageId} 发布到 {TargetOf(row)}：基于版本 {row.PreviousVersion} 创建新版本并设为默认版本")),
            (PublicationKind.AutoScalingGroup, { } batches) => new(
                step.Resumes
                    ? Localized.Text(
                        $"Resume the refresh {row.RefreshActivityId} of {TargetOf(row)} with {row.ImageId}",
                        $"恢复 {TargetOf(row)} 的实例刷新 {row.RefreshActivityId}（{row.ImageId}）")
                    : Localized.Text(
                        $"Publish {row.ImageId} in {TargetOf(row)} and reinstall its {row.InstanceCount} instances in {batches} batches",
                        $"将 {row.ImageId} 发布到 {TargetOf(row)}，并分 {batches} 批重装其 {row.InstanceCount} 台实例"),
                Sentences(RefreshWarning(batches), AffectedGroups(row))),
            _ => new(
                Localized.Text($"Publish {row.ImageId} in {TargetOf(row)}", $"将 {row.ImageId} 发布到 {TargetOf(row)}"),
                AffectedGroups(row)),
        };
    }

    private static ConfirmationText UndoStep(RolloutStep step)
    {
        var row = step.Row;
        if (row.Kind == PublicationKind.LaunchTemplate)
        {
            return new ConfirmationText(Localized.Text(
                $"Set the default version of {TargetOf(row)} back to {row.PreviousVersion}", $"将 {TargetOf(row)} 的默认版本恢复为 {row.PreviousVersion}"));
        }

        return step.Batches is { } batches
            ? new ConfirmationText(
                Localized.Text(
                    $"Restore {row.PreviousImageId} in {TargetOf(row)} and on {row.InstanceCount} of its instances",
                    $"在 {TargetOf(row)} 及其 {row.InstanceCount} 台实例上恢复 {row.PreviousImageId}"),
                Sentences(RefreshWarning(batches), AffectedGroups(row)))
            : new ConfirmationText(
                Localized.Text($"Restore {row.PreviousImageId} in {TargetOf(row)}", $"在 {TargetOf(row)} 中恢复 {row.PreviousImageId}"),
                AffectedGroups(row));
    }

    private static string RefreshWarning(long batches)
    {
        var disabled = Localized.Text(
            "The group is disabled until the refresh ends. What is on the system disks is lost.", "刷新结束前伸缩组处于停用状态，系统盘上的数据会丢失。");
        return batches > 1
            ? disabled
            : Sentences(disabled, Localized.Text("All instances are down at the same time.", "所有实例会同时停机。"));
    }

    private static string AffectedGroups(Publication row) => row.Groups.Count == 0
        ? Localized.Text("No group uses this launch configuration.", "没有伸缩组使用该启动配置。")
        : Localized.Text(
            $"New instances of these groups start from the image: {Localized.List(row.Groups.Select(VisibleText.Of))}.",
            $"以下伸缩组的新实例将使用该镜像：{Localized.List(row.Groups.Select(VisibleText.Of))}。");

    private static string TargetOf(Publication row)
    {
        var (id, name, region) = (row.TargetId, VisibleText.Of(row.TargetName), row.Region);
        return row.Kind switch
        {
            PublicationKind.LaunchTemplate => Localized.Text($"the launch template '{name}' ({id}) in {region}", $"{region} 的启动模板“{name}”（{id}）"),
            PublicationKind.LaunchConfiguration => Localized.Text($"the launch configuration '{name}' ({id}) in {region}", $"{region} 的启动配置“{name}”（{id}）"),
            _ => Localized.Text($"the scaling group '{name}' ({id}) in {region}", $"{region} 的伸缩组“{name}”（{id}）"),
        };
    }
}
