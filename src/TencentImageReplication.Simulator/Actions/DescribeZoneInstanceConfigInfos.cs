using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the instance types that the zones of a region sell, with their prices.</summary>
internal sealed class DescribeZoneInstanceConfigInfos : IApiAction
{
    private const int MaxValues = 100;
    private static readonly string[] FilterNames = ["zone", "instance-family", "instance-type", "instance-charge-type", "sort-keys"];

    public string Name => nameof(DescribeZoneInstanceConfigInfos);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var filters = Filter.Read(context.Parameters, FilterNames, tags: false, MaxValues);
        IEnumerable<TypeOffer> offers = InstanceTypeCatalog.OffersIn(context.Region, context.Options);
        foreach (var filter in filters)
            offers = filter.Name == "sort-keys" ? Sorted(offers, filter.Values) : offers.Where(offer => Passes(offer, filter));
        return new JsonObject { ["InstanceTypeQuotaSet"] = Json.List(offers, Write) };
    }

    private static bool Passes(TypeOffer offer, Filter filter) => filter.Is(filter.Name switch
    {
        "zone" => offer.Zone.Id,
        "instance-family" => offer.Type.Family,
        "instance-type" => offer.Type.Name,
        _ => offer.ChargeType,
    });

    private static IOrderedEnumerable<TypeOffer> Sorted(IEnumerable<TypeOffer> offers, IEnumerable<string> keys)
    {
        var sorted = offers.OrderBy(_ => 0);
        foreach (var key in keys)
        {
            sorted = key switch
            {
                "cpu:asc" => sorted.ThenBy(offer => offer.Type.Cpu),
                "cpu:desc" => sorted.ThenByDescending(offer => offer.Type.Cpu),
                "mem:asc" => sorted.ThenBy(offer => offer.Type.MemoryGB),
                "mem:desc" => sorted.ThenByDescending(offer => offer.Type.MemoryGB),
                _ => throw new ServiceException("InvalidFilter", key),
            };
        }
        return sorted;
    }

    private static JsonObject Write(TypeOffer offer) => new()
    {
        ["Zone"] = offer.Zone.Id,
        ["InstanceType"] = offer.Type.Name,
        ["InstanceChargeType"] = offer.ChargeType,
        ["NetworkCard"] = 25,
        ["Externals"] = new JsonObject(),
        ["Cpu"] = offer.Type.Cpu,
        ["Memory"] = offer.Type.MemoryGB,
        ["InstanceFamily"] = offer.Type.Family,
        ["TypeName"] = offer.Type.TypeName,
        ["LocalDiskTypeList"] = new JsonArray(),
        ["Status"] = offer.IsSoldOut ? "SOLD_OUT" : "SELL",
        ["Price"] = Price(offer),
        ["SoldOutReason"] = offer.IsSoldOut ? "RESOURCE_NOT_ENOUGH" : "",
        ["InstanceBandwidth"] = 1.5,
        ["InstancePps"] = 25,
        ["StorageBlockAmount"] = 0,
        ["CpuType"] = offer.Type.CpuType,
        ["Gpu"] = 0,
        ["Fpga"] = 0,
        ["Remark"] = "",
        ["GpuCount"] = 0.0,
        ["Frequency"] = offer.Type.Frequency,
        ["StatusCategory"] = offer.IsSoldOut ? "WithoutStock" : "EnoughStock",
    };

    /// <summary>Returns the hourly price, or the monthly price when prepaid. The service omits the other fields.</summary>
    private static JsonObject Price(TypeOffer offer) => offer.ChargeType == ChargeTypes.Prepaid
        ? new JsonObject { ["OriginalPrice"] = offer.Price, ["DiscountPrice"] = offer.Price, ["Discount"] = 100.0 }
        : new JsonObject { ["UnitPrice"] = offer.Price, ["UnitPriceDiscount"] = offer.Price, ["ChargeUnit"] = "HOUR", ["Discount"] = 100.0 };
}
