using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Text;

/// <summary>All texts that users read, in both languages. Each part of the class has the texts of one subject.</summary>
internal static partial class Messages
{
    /// <summary>Joins two sentences: Chinese has no space between them.</summary>
    internal static string Sentences(string first, string second) => Localized.Text($"{first} {second}", $"{first}{second}");

    /// <summary>Ends a message with a full stop, if it has no end, and appends the advice.</summary>
    internal static string WithAdvice(string message, string advice) => Sentences(
        message is [.., '.' or '!' or '?' or '。' or '！' or '？'] ? message : Localized.Text($"{message}.", $"{message}。"), advice);

    internal static string ConfirmCaption() => Localized.Text("Confirm", "确认");

    internal static string NoImageId() => Localized.Text("No image ID was specified.", "未指定镜像 ID。");

    internal static string NoImageIdAdvice() => Localized.Text(
        "Specify -ImageId, or pipe in images or copies.",
        "请指定 -ImageId，或通过管道传入镜像或副本。");

    internal static string ImageNotFound(string imageId, string regions) => Localized.Text(
        $"There is no image {imageId} in {regions}.",
        $"{regions} 中没有镜像 {imageId}。");

    internal static string ImageNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: image IDs are specific to a region. Get-TccImage lists the images of a region.",
        "请检查 ID 和地域：镜像 ID 只在其所在地域有效。可以用 Get-TccImage 列出该地域的镜像。");

    internal static string InstanceNotFound(string instanceId, string regions) => Localized.Text(
        $"There is no instance {instanceId} in {regions}.",
        $"{regions} 中没有实例 {instanceId}。");

    internal static string InstanceNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: instance IDs are specific to a region. Get-TccInstance lists the instances of a region.",
        "请检查 ID 和地域：实例 ID 只在其所在地域有效。可以用 Get-TccInstance 列出该地域的实例。");

    internal static string InvalidTag(string text) => Localized.Text($"'{text}' is not a valid tag.", $"“{text}”不是有效的标签。");

    internal static string InvalidTagAdvice() => Localized.Text(
        "Write tags as @{ env = 'prod' } or as 'env=prod'.",
        "请将标签写成 @{ env = 'prod' } 或 'env=prod'。");

    // Only names, IDs and units: the same in every language.
    internal static string ImageTip(string name, Image image, string region) =>
        $"{name} ({image.ImageState}, {ImageStorage.BilledSizeGB(image)} GiB, {image.Platform}, {region})";

    internal static string InstanceTip(Instance instance, string region) =>
        $"{instance.InstanceName} ({instance.InstanceState}, {instance.InstanceType}, {region})";

    internal static string InstanceTypeTip(long? cpu, long? memory) => $"{cpu} vCPU, {memory} GiB";

    internal static string DataDiskTip(DataDisk disk, Instance instance) => Localized.Text(
        $"{disk.DiskSize} GiB, {disk.DiskType}, of {instance.InstanceId} ({instance.InstanceName})",
        $"{disk.DiskSize} GiB，{disk.DiskType}，属于 {instance.InstanceId}（{instance.InstanceName}）");
}
