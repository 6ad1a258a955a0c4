using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Text;

internal static partial class Messages
{
    internal static string StartInstance(InstancePlan plan, TccSite site)
    {
        var request = plan.Request;
        var count = request.InstanceCount ?? 1;
        var where = request.Placement?.Zone is { } zone ? Localized.Text($"{plan.Region}, zone {zone}", $"{plan.Region}（可用区 {zone}）") : plan.Region;
        var what = Localized.Text(
            $"Start {(count == 1 ? "1 instance" : $"{count} instances")} of type {request.InstanceType} from image {request.ImageId} in {where}. Instances are billed from now on",
            $"在 {where} 使用镜像 {request.ImageId} 创建 {count} 台 {request.InstanceType} 实例。实例自创建起计费");
        return PriceOf(plan, site is TccSite.International ? "USD" : "CNY") is { } price
            ? Localized.Text($"{what}: {price}", $"{what}：{price}")
            : what;
    }

    private static string? PriceOf(InstancePlan plan, string currency)
    {
        if (plan.PriceError is { } error)
            return Localized.Text($"the price could not be had ({error.Code})", $"无法查询价格（{error.Code}）");
        if (plan.Price?.InstancePrice is not { } instance)
            return null;

        var price = (instance.UnitPriceDiscount ?? instance.UnitPrice) is { } hourly
            ? Localized.Text($"{Money(hourly)} {currency} per hour", $"每小时 {Money(hourly)} {currency}")
            : Localized.Text(
                $"{Money(instance.DiscountPrice ?? instance.OriginalPrice)} {currency} for {plan.Request.InstanceChargePrepaid?.Period} months",
                $"{plan.Request.InstanceChargePrepaid?.Period} 个月共 {Money(instance.DiscountPrice ?? instance.OriginalPrice)} {currency}");
        return plan.Request.InternetAccessible?.InternetMaxBandwidthOut > 0 && plan.Price.BandwidthPrice is { } bandwidth
            ? Localized.Text($"{price}, and {Bandwidth(bandwidth, currency)} for bandwidth", $"{price}，另计带宽费用 {Bandwidth(bandwidth, currency)}")
            : price;
    }

    private static string Bandwidth(ItemPrice price, string currency) => (price.UnitPriceDiscount ?? price.UnitPrice) is { } unit
        ? price.ChargeUnit == "GB"
            ? Localized.Text($"{Money(unit)} {currency} per GB", $"每 GB {Money(unit)} {currency}")
            : Localized.Text($"{Money(unit)} {currency} per hour", $"每小时 {Money(unit)} {currency}")
        : $"{Money(price.DiscountPrice ?? price.OriginalPrice)} {currency}";

    private static string Money(double? amount) => amount?.ToString("0.00##", CultureInfo.CurrentCulture) ?? "?";
}
