using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Requests the price of instances before they are started.</summary>
/// <remarks>Source: InquiryPriceRunInstances.</remarks>
public sealed class InstancePricing(CvmClient client)
{
    // The service prices at most 100 instances in one request, although it sells more.
    private const int MaxPricedInstances = 100;

    /// <summary>Requests the price of instances.</summary>
    /// <param name="region">The region of the instances.</param>
    /// <param name="request">The instances. Without a zone, the price is that of the zone that would be tried first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The price of all instances together; null when the service returns none.</returns>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    /// <exception cref="RuleViolationException">No zone of the region sells the type.</exception>
    public async Task<Price?> GetAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var zone = request.Placement?.Zone
            ?? (await ZoneChooser.FindAsync(client, region, request.InstanceType, request.InstanceChargeType, cancellationToken))[0];
        var count = request.InstanceCount ?? 1;
        var priced = Math.Min(count, MaxPricedInstances);
        var response = await client.InquiryPriceRunInstancesAsync(
            region,
            new InquiryPriceRunInstancesRequest
            {
                Placement = new Placement { Zone = zone },
                ImageId = request.ImageId!,
                InstanceChargeType = request.InstanceChargeType,
                InstanceChargePrepaid = request.InstanceChargePrepaid,
                InstanceType = request.InstanceType,
                SystemDisk = request.SystemDisk,
                DataDisks = request.DataDisks,
                InternetAccessible = request.InternetAccessible,
                InstanceCount = priced,
            },
            cancellationToken);
        return response.Price is { } price && count > priced ? Times(price, (double)count / priced) : response.Price;
    }

    private static Price Times(Price price, double factor) => price with { InstancePrice = Times(price.InstancePrice, factor), BandwidthPrice = Times(price.BandwidthPrice, factor) };

    private static ItemPrice? Times(ItemPrice? price, double factor) => price is null ? null : price with
    {
        UnitPrice = price.UnitPrice * factor,
        UnitPriceDiscount = price.UnitPriceDiscount * factor,
        OriginalPrice = price.OriginalPrice * factor,
        DiscountPrice = price.DiscountPrice * factor,
    };
}
