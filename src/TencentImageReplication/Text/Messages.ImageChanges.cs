using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Editing;

namespace TencentImageReplication.Text;

/// <summary>Texts about creating, changing and deleting images.</summary>
internal static partial class Messages
{
    internal static ConfirmationText CreateImage(CreateImageRequest request, string region)
    {
        var name = VisibleText.Of(request.ImageName);
        var billed = Localized.Text("The image is billed as snapshots of its disks.", "镜像按磁盘快照的大小计费。");
        if (request.SnapshotIds is { } snapshots)
        {
            return new(
                Localized.Text(
                    $"Create image '{name}' from {Localized.List(snapshots)} in {region}",
                    $"由 {region} 的快照 {Localized.List(snapshots)} 创建镜像“{name}”"),
                billed);
        }

        return request.ForcePoweroff is null
            ? new(
                Localized.Text(
                    $"Create image '{name}' from instance {request.InstanceId} in {region} without shutting it down",
                    $"由 {region} 的实例 {request.InstanceId} 创建镜像“{name}”，不关机"),
                Sentences(
                    Localized.Text("Data that the system has not written to its disks may be missing.", "尚未写入磁盘的数据可能缺失。"), billed))
            : new(
                Localized.Text(
                    $"Shut down instance {request.InstanceId} in {region} and create image '{name}' from it",
                    $"将 {region} 的实例 {request.InstanceId} 关机，并由其创建镜像“{name}”"),
                billed);
    }

    internal static ConfirmationText ChangeImage(Image image, string region, ImageChanges changes)
    {
        var attributes = changes.Attributes;
        var changed = new List<string>();
        Add(attributes.ImageName, Localized.Text("name", "名称"));
        Add(attributes.ImageDescription, Localized.Text("description", "描述"));
        Add(attributes.ImageFamily, Localized.Text("family", "镜像族"));
        if (attributes.ImageDeprecated is { } deprecated)
            changed.Add(deprecated ? Localized.Text("marked as deprecated", "标记为已废弃") : Localized.Text("no longer marked as deprecated", "取消废弃标记"));
        foreach (var tag in changes.Tags)
            Add($"{tag.Key}={tag.Value}", Localized.Text("tag", "标签"));

        return new(Localized.Text(
            $"Change {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region}: {Localized.List(changed)}",
            $"修改 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）：{Localized.List(changed)}"));

        void Add(string? value, string what)
        {
            if (value is not null)
                changed.Add(Localized.Text($"{what} '{VisibleText.Of(value)}'", $"{what}“{VisibleText.Of(value)}”"));
        }
    }

    internal static ConfirmationText RemoveImage(ImageRemovalPlan plan)
    {
        var image = plan.Image;
        var snapshots = plan.IncludesSnapshots
            ? Localized.Text($" and its snapshots ({plan.SnapshotSizeGB} GiB)", $"及其快照（{plan.SnapshotSizeGB} GiB）")
            : Localized.Text($" but not its snapshots ({plan.SnapshotSizeGB} GiB)", $"，但保留其快照（{plan.SnapshotSizeGB} GiB）");
        var accounts = plan.AccountsToUnshare;
        var delete = accounts > 0
            ? Localized.Text(
                $"Stop sharing with {accounts} {(accounts == 1 ? "account" : "accounts")} and permanently delete",
                $"先取消对 {accounts} 个账号的共享，再永久删除")
            : Localized.Text("Permanently delete", "永久删除");
        return new(
            Localized.Text(
                $"{delete} {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {plan.Region}{snapshots}",
                $"{delete} {plan.Region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）{snapshots}"),
            plan.IncludesSnapshots ? "" : Localized.Text("The snapshots are still billed.", "快照继续计费。"));
    }

    internal static string NothingToSet() => Localized.Text("No change was specified.", "未指定要修改的内容。");

    internal static string ColumnNotRead(string imageId, string column, string problem) => Localized.Text(
        $"{imageId} was not changed. The property {column} cannot be read: {problem}",
        $"{imageId} 未修改，无法读取属性 {column}：{problem}");

    internal static string NothingToSetAdvice() => Localized.Text(
        "Specify -ImageName, -Description, -ImageFamily, -Deprecated or -Tag, or pipe in objects with a property ImageName, Description or ImageFamily.",
        "请指定 -ImageName、-Description、-ImageFamily、-Deprecated 或 -Tag，或通过管道传入带有 ImageName、Description 或 ImageFamily 属性的对象。");

    internal static string NoInstanceId() => Localized.Text("No instance was specified.", "未指定用于创建镜像的实例。");

    internal static string NoInstanceIdAdvice() => Localized.Text(
        "Specify -InstanceId, pipe in instances, or specify -SnapshotId.", "请指定 -InstanceId，或通过管道传入实例，或者指定 -SnapshotId。");

    internal static string NoImageName() => Localized.Text("No image name was specified.", "未指定镜像名称。");

    internal static string NoImageNameAdvice() => Localized.Text(
        "Specify -ImageName. To give several images different names: -ImageName { \"$($_.InstanceName)-2026\" }",
        "请指定 -ImageName。如有多个实例，可以分别命名：-ImageName { \"$($_.InstanceName)-2026\" }");
}
