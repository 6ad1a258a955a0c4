using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Deleting;

namespace TencentImageReplication.Text;

/// <summary>What is said about making, changing, encrypting and deleting images.</summary>
internal static partial class Messages
{
    internal static string MakeImage(CreateImageRequest request, string region)
    {
        var name = VisibleText.Of(request.ImageName);
        var billed = Localized.Text("The image will be billed as snapshots of its disks", "镜像将按磁盘快照的大小计费");
        if (request.SnapshotIds is { } snapshots)
        {
            return Localized.Text(
                $"Make image '{name}' of {string.Join(", ", snapshots)} in {region}. {billed}",
                $"由 {region} 的快照 {string.Join("、", snapshots)} 创建镜像“{name}”。{billed}");
        }

        return request.ForcePoweroff is null
            ? Localized.Text(
                $"Make image '{name}' of instance {request.InstanceId} in {region} as it is: what a running system has not written to its disks may be missing. {billed}",
                $"由 {region} 的实例 {request.InstanceId} 创建镜像“{name}”，不关机：尚未写入磁盘的数据可能缺失。{billed}")
            : Localized.Text(
                $"Shut instance {request.InstanceId} in {region} down, and make image '{name}' of it. {billed}",
                $"将 {region} 的实例 {request.InstanceId} 关机，并由其创建镜像“{name}”。{billed}");
    }

    internal static string ChangeImage(Image image, string region, ModifyImageAttributeRequest changes)
    {
        var changed = new List<string>();
        Add(changes.ImageName, Localized.Text("name", "名称"));
        Add(changes.ImageDescription, Localized.Text("description", "描述"));
        Add(changes.ImageFamily, Localized.Text("family", "镜像族"));
        if (changes.ImageDeprecated is { } deprecated)
        {
            changed.Add(deprecated
                ? Localized.Text("marked as deprecated", "标记为已废弃")
                : Localized.Text("no longer marked as deprecated", "取消废弃标记"));
        }

        return Localized.Text(
            $"Change {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {region}: {string.Join(", ", changed)}",
            $"修改 {region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）：{string.Join("、", changed)}");

        void Add(string? value, string what)
        {
            if (value is not null)
                changed.Add(Localized.Text($"{what} '{VisibleText.Of(value)}'", $"{what}“{VisibleText.Of(value)}”"));
        }
    }

    internal static string RemoveImage(ImageRemovalPlan plan)
    {
        var image = plan.Image;
        var snapshots = plan.IncludesSnapshots
            ? Localized.Text($"together with its snapshots ({plan.SnapshotSizeGB} GiB)", $"及其快照（{plan.SnapshotSizeGB} GiB）")
            : Localized.Text(
                $"but not its snapshots ({plan.SnapshotSizeGB} GiB), which go on being billed",
                $"，但保留其快照（{plan.SnapshotSizeGB} GiB），快照继续计费");
        return Localized.Text(
            $"Delete {image.ImageId} ('{VisibleText.Of(image.ImageName)}') in {plan.Region} for good, {snapshots}{(plan.AccountsToUnshare > 0 ? $", after taking it back from {plan.AccountsToUnshare} {(plan.AccountsToUnshare == 1 ? "account" : "accounts")}" : "")}",
            $"{(plan.AccountsToUnshare > 0 ? $"先取消对 {plan.AccountsToUnshare} 个账号的共享，再" : "")}永久删除 {plan.Region} 的 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”）{snapshots}");
    }

    internal static string EncryptImage(ImageCopyPlan plan)
    {
        var image = plan.Image;
        var renamed = plan.ImageName != image.ImageName;
        return Localized.Text(
            $"Make an encrypted copy of {image.ImageId} ('{VisibleText.Of(image.ImageName)}', {image.ImageSize} GiB) in {plan.SourceRegion}"
                + $"{(renamed ? $" as '{VisibleText.Of(plan.ImageName)}'" : "")}. Copying is free; the copy kept will be billed as {plan.TotalSizeGB} GiB of snapshots",
            $"在 {plan.SourceRegion} 将 {image.ImageId}（“{VisibleText.Of(image.ImageName)}”，{image.ImageSize} GiB）复制为加密镜像"
                + $"{(renamed ? $"“{VisibleText.Of(plan.ImageName)}”" : "")}。保留的副本将按 {plan.TotalSizeGB} GiB 快照计费");
    }

    internal static string KeyNeedsEncrypt() => Localized.Text("-KmsKeyId goes with -Encrypt alone.", "-KmsKeyId 只能与 -Encrypt 一起使用。");

    internal static string KeyNeedsEncryptAdvice() => Localized.Text(
        "Add -Encrypt to make an encrypted copy, or leave -KmsKeyId out.", "请使用 -Encrypt 复制为加密镜像，或去掉 -KmsKeyId。");

    internal static string NothingToSet() => Localized.Text("There is nothing to set.", "未指定要修改的内容。");

    internal static string NothingToSetAdvice() => Localized.Text(
        "Give -ImageName, -Description, -ImageFamily or -Deprecated, or pipe in objects that have a column of one of the first three names.",
        "请指定 -ImageName、-Description、-ImageFamily 或 -Deprecated，或通过管道传入带有前三项同名列的对象。");

    internal static string NoInstanceId() => Localized.Text("There is no instance to make an image of.", "未指定用于创建镜像的实例。");

    internal static string NoInstanceIdAdvice() => Localized.Text(
        "Give -InstanceId, or pipe instances in; or give -SnapshotId.", "请指定 -InstanceId，或通过管道传入实例，或者指定 -SnapshotId。");

    internal static string NoImageName() => Localized.Text("The image has no name.", "未指定镜像名称。");

    internal static string NoImageNameAdvice() => Localized.Text(
        "Give -ImageName. For several instances let each have its own: -ImageName { \"$($_.InstanceName)-2026\" }",
        "请指定 -ImageName。如有多个实例，可以分别命名：-ImageName { \"$($_.InstanceName)-2026\" }");

    internal static string ImageSharedAdvice() => Localized.Text(
        "Take it back first: run it again with -Unshare, or use Revoke-TccImageSharePermission.",
        "请先取消共享：使用 -Unshare 重新运行，或使用 Revoke-TccImageSharePermission。");

    internal static string NameTakenAdvice() => Localized.Text(
        "An image of the region has that name already: give another one.", "该地域已有同名镜像，请使用其他名称。");

    internal static string SharedNotChangedAdvice() => Localized.Text(
        "Take it back with Revoke-TccImageSharePermission, change it, and share it again.",
        "请先用 Revoke-TccImageSharePermission 取消共享，修改后再共享。");

    internal static string MakingFailedAdvice() => Localized.Text(
        "Make the image again, then delete this one with Remove-TccImage.", "请重新创建镜像，然后用 Remove-TccImage 删除该镜像。");

    internal static string InstanceBusyAdvice() => Localized.Text(
        "Wait until what is being done with the instance has ended, then run it again.", "请等待实例的当前操作结束，然后重新运行。");

    internal static string DataDiskTip(DataDisk disk, Instance instance) => Localized.Text(
        $"{disk.DiskSize} GiB, {disk.DiskType}, of {instance.InstanceId} ({instance.InstanceName})",
        $"{disk.DiskSize} GiB，{disk.DiskType}，属于 {instance.InstanceId}（{instance.InstanceName}）");
}
