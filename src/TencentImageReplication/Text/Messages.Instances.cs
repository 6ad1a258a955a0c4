using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Text;

/// <summary>Texts about creating instances.</summary>
internal static partial class Messages
{
    internal static ConfirmationText CreateInstance(InstancePlan plan, string currency)
    {
        var request = plan.Request;
        var count = request.InstanceCount ?? 1;
        var where = request.Placement?.Zone is { } zone ? Localized.Text($"{plan.Region}, zone {zone}", $"{plan.Region}（可用区 {zone}）") : plan.Region;
        return new(
            Localized.Text(
                $"Create {count} {request.InstanceType} {(count == 1 ? "instance" : "instances")} from image {request.ImageId} in {where}",
                $"在 {where} 使用镜像 {request.ImageId} 创建 {count} 台 {request.InstanceType} 实例"),
            PriceOf(plan, currency));
    }

    internal static string SourceSkipped(string? imageId, string? region) => Localized.Text(
        $"{imageId} in '{region}' is the source of copies, not a copy. Skipping it. To create instances from it, specify -Region {region}.",
        $"“{region}”中的 {imageId} 是复制的源镜像，不是副本：跳过。要用它创建实例，请指定 -Region {region}。");

    internal static string LaunchOf(LaunchRequest request, string token) => Localized.Text(
        $"{request.ImageId} in {request.Region} (client token {token})",
        $"{request.Region} 的 {request.ImageId}（ClientToken {token}）");

    internal static string LaunchingStopped(IReadOnlyList<string> pending)
    {
        var named = Localized.List(pending.Take(MaxCopiesNamed));
        var more = pending.Count - MaxCopiesNamed;
        var all = more > 0 ? Localized.Text($"{named} and {more} more", $"{named}，以及另外 {more} 个") : named;
        return Localized.Text(
            $"The command ended before all results were known. Instances may have been created and are billed, from: {all}. "
                + "To get them, run the same command again, or after -Force use -ClientToken: nothing is created twice.",
            $"命令已提前结束，部分结果未知。以下镜像的实例可能已经创建并开始计费：{all}。"
                + "如需获取这些实例，请再次运行同一命令；如果使用了 -Force，请改用 -ClientToken。不会重复创建。");
    }

    internal static string InvalidClientToken(string text) => Localized.Text(
        $"'{VisibleText.Of(text)}' is not a valid client token. Use at most 64 ASCII characters without spaces.",
        $"“{VisibleText.Of(text)}”不是有效的 ClientToken。最多 64 个 ASCII 字符，不能包含空格。");

    internal static string LaunchFailed(TccInstance instance, string? reason)
    {
        var why = reason is null ? Localized.Text("Tencent Cloud gives no reason", "腾讯云未返回原因") : VisibleText.Of(reason).TrimEnd('.', '。');
        return Localized.Text(
            $"Instance {instance.InstanceId} in {instance.Region} could not be created: {why}.",
            $"实例 {instance.InstanceId}（{instance.Region}）创建失败：{why}。");
    }

    internal static string LaunchFailedAdvice(string? requestId) => Localized.Text(
        $"If you contact Tencent Cloud's support, give the request ID {requestId}.",
        $"联系腾讯云技术支持时请提供请求 ID {requestId}。");

    internal static string InstanceNotRunning(TccInstance instance, int seconds) => Localized.Text(
        $"Instance {instance.InstanceId} in {instance.Region} was not running after {seconds} s ({instance.State}).",
        $"实例 {instance.InstanceId}（{instance.Region}）在 {seconds} 秒内未变为运行中（{instance.State}）。");

    internal static string InstanceNotRunningAdvice(TccInstance instance) => Localized.Text(
        $"It may still start. To check, run: Get-TccInstance -InstanceId {instance.InstanceId} -Region {instance.Region}",
        $"实例之后仍可能变为运行中。可以运行以下命令查看：Get-TccInstance -InstanceId {instance.InstanceId} -Region {instance.Region}");

    private static string PriceOf(InstancePlan plan, string currency)
    {
        if (plan.PriceError is { } error)
            return Localized.Text($"The price is not available ({error.Code}).", $"无法查询价格（{error.Code}）。");
        if (plan.Price?.InstancePrice is not { } instance)
            return Localized.Text("The instances are billed from their creation.", "实例自创建起计费。");

        var price = (instance.UnitPriceDiscount ?? instance.UnitPrice) is { } hourly
            ? Localized.Text($"{Money(hourly)} {currency} per hour", $"每小时 {Money(hourly)} {currency}")
            : Localized.Text(
                $"{Money(instance.DiscountPrice ?? instance.OriginalPrice)} {currency} for {plan.Request.InstanceChargePrepaid?.Period} months",
                $"{plan.Request.InstanceChargePrepaid?.Period} 个月共 {Money(instance.DiscountPrice ?? instance.OriginalPrice)} {currency}");
        return plan.Request.InternetAccessible?.InternetMaxBandwidthOut > 0 && plan.Price.BandwidthPrice is { } bandwidth
            ? Localized.Text(
                $"Would cost {price}, plus {Bandwidth(bandwidth, currency)} for bandwidth.",
                $"费用：{price}，另计带宽费用 {Bandwidth(bandwidth, currency)}。")
            : Localized.Text($"Would cost {price}.", $"费用：{price}。");
    }

    private static string Bandwidth(ItemPrice price, string currency) => (price.UnitPriceDiscount ?? price.UnitPrice) is { } unit
        ? price.ChargeUnit == "GB"
            ? Localized.Text($"{Money(unit)} {currency} per GB", $"每 GB {Money(unit)} {currency}")
            : Localized.Text($"{Money(unit)} {currency} per hour", $"每小时 {Money(unit)} {currency}")
        : $"{Money(price.DiscountPrice ?? price.OriginalPrice)} {currency}";

    private static string Money(double? amount) => amount?.ToString("0.00##", CultureInfo.CurrentCulture) ?? "?";
}
