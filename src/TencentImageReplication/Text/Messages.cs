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

    internal static string BlankLineSkipped() => Localized.Text("Skipping an empty line of the input.", "已跳过输入中的空行。");

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

    internal static string ImageNameNotFound(string name, string regions) => Localized.Text(
        $"There is no image named '{name}' in {regions} that matches the command.",
        $"{regions} 中没有名称为“{name}”且符合条件的镜像。");

    internal static string InstanceNameNotFound(string name, string regions) => Localized.Text(
        $"There is no instance named '{name}' in {regions} that matches the command.",
        $"{regions} 中没有名称为“{name}”且符合条件的实例。");

    internal static string NameNotFoundAdvice() => Localized.Text(
        "Check the name and the region. With a wildcard, such as golden-*, no match is not an error.",
        "请检查名称和地域。如果使用通配符（例如 golden-*），没有匹配项时不会报错。");

    internal static string RegionNotFound(string name) => Localized.Text($"There is no region '{name}'.", $"没有地域“{name}”。");

    internal static string RegionNotFoundAdvice() => Localized.Text(
        "Get-TccRegion without parameters lists all regions.", "可以用不带参数的 Get-TccRegion 列出所有地域。");

    internal static string NoRegionFound() => Localized.Text("No region matches.", "没有匹配的地域。");

    internal static string NothingFound(IReadOnlyList<string> regions) => Localized.Text(
        $"Nothing in {Localized.List(regions)} matches.", $"{Localized.List(regions)} 中没有匹配项。");

    internal static string EmptyFilter(string parameter) => Localized.Text($"The value of -{parameter} is empty.", $"-{parameter} 的值为空。");

    internal static string EmptyFilterAdvice(string parameter) => Localized.Text(
        $"Specify a value, or omit -{parameter} to get everything.", $"请指定一个值；如需获取全部，请不要指定 -{parameter}。");

    internal static string NoId(string text, string prefix) => Localized.Text(
        $"'{text}' is not an ID that begins with {prefix}.", $"“{text}”不是以 {prefix} 开头的 ID。");

    internal static string InvalidChoice(string text, string words) => Localized.Text(
        $"'{text}' is not a valid value. Use one of: {words}.",
        $"“{text}”不是有效的值。有效的值：{words}。");

    internal static string InvalidNumber(string text) => Localized.Text($"'{text}' is not a whole number.", $"“{text}”不是整数。");

    internal static string NumberOutOfRange(int number, int min, int max) => Localized.Text(
        $"{number} is not between {min} and {max}.", $"{number} 不在 {min} 到 {max} 的范围内。");

    internal static string InvalidInstanceId(string text) => Localized.Text(
        $"'{text}' is not an instance ID. Instance IDs look like ins-9bxebleo; Get-TccInstance lists them.",
        $"“{text}”不是有效的实例 ID。实例 ID 形如 ins-9bxebleo，可以用 Get-TccInstance 列出。");

    internal static string InvalidPattern(string text) => Localized.Text(
        $"'{text}' is not a valid wildcard pattern. To find a name that contains [, write `[.",
        $"“{text}”不是有效的通配符模式。如需查找包含 [ 的名称，请写成 `[。");

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
