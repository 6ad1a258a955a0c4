using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Asks what instances would cost, before they are started.</summary>
/// <remarks>Source: InquiryPriceRunInstances.</remarks>
public sealed class InstancePricing(CvmClient client)
{
    // More than that the service does not price in one call, though it sells them.
    private const int MostPriced = 100;

    /// <summary>The price of a request.</summary>
    /// <param name="region">The region that the instances are to be in.</param>
    /// <param name="request">What is to be started. Without a zone it is priced in the one that would be tried first.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The price of all instances together; null where the service has none for them.</returns>
    /// <exception cref="TencentCloudException">The service refused, or could not be reached.</exception>
    /// <exception cref="RuleViolationException">No zone of the region sells the type.</exception>
    public async Task<Price?> AskAsync(string region, RunInstancesRequest request, CancellationToken cancellationToken)
    {
        var zone = request.Placement?.Zone
            ?? (await ZoneChooser.FindAsync(client, region, request.InstanceType, request.InstanceChargeType, cancellationToken).ConfigureAwait(false))[0];
        var count = request.InstanceCount ?? 1;
        var priced = Math.Min(count, MostPriced);
        var answer = await client.InquiryPriceRunInstancesAsync(
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
            cancellationToken).ConfigureAwait(false);
        return answer.Price is { } price && count > priced ? Times(price, (double)count / priced) : answer.Price;
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
