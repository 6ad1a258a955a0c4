using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Returns the price of new instances, where they could be started. All prices are invented.</summary>
internal sealed class InquiryPriceRunInstances : IApiAction
{
    private const int MaxCount = 100;
    private const double DiskPricePerGBAndHour = 0.0005;
    private const double TrafficPricePerGB = 0.8;
    private const double HoursPerMonth = 730;

    public string Name => nameof(InquiryPriceRunInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        context = TemplateData.Apply(context);
        var request = InstanceRequest.Read(context, MaxCount);
        var offer = new TypeOffer(request.Zone, request.Type, request.Charge.Type, IsSoldOut: false);
        var diskSizeGB = request.Disks.System.SizeGB + request.Disks.Data.Sum(disk => disk.SizeGB);
        return new JsonObject
        {
            ["Price"] = new JsonObject
            {
                ["InstancePrice"] = InstancePrice(offer, diskSizeGB, request.Count, Months(context.Parameters)),
                ["BandwidthPrice"] = new JsonObject
                {
                    ["UnitPrice"] = TrafficPricePerGB,
                    ["UnitPriceDiscount"] = TrafficPricePerGB,
                    ["ChargeUnit"] = "GB",
                    ["Discount"] = 100.0,
                },
            },
        };
    }

    private static JsonObject InstancePrice(TypeOffer offer, long diskSizeGB, long count, long months)
    {
        if (offer.ChargeType != ChargeTypes.Prepaid)
        {
            var hourly = Math.Round((offer.Price + (diskSizeGB * DiskPricePerGBAndHour)) * count, 4);
            return new JsonObject { ["UnitPrice"] = hourly, ["UnitPriceDiscount"] = hourly, ["ChargeUnit"] = "HOUR", ["Discount"] = 100.0 };
        }

        var ahead = Math.Round((offer.Price + (diskSizeGB * DiskPricePerGBAndHour * HoursPerMonth / 2)) * count * months, 2);
        return new JsonObject { ["OriginalPrice"] = ahead, ["DiscountPrice"] = ahead, ["Discount"] = 100.0 };
    }

    private static long Months(Parameters parameters) => parameters.Object("InstanceChargePrepaid")?.Number("Period", 1) ?? 1;
}
