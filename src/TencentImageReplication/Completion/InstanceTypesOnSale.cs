using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Completion;

/// <summary>The instance types on sale in the zones of a region, for completion.</summary>
internal static class InstanceTypesOnSale
{
    private const string OnSale = "SELL";
    private const string DefaultChargeType = "POSTPAID_BY_HOUR";

    internal static IEnumerable<InstanceTypeQuotaItem> In(CommandLine line)
    {
        var chargeType = line.Values("InstanceChargeType") is [var given, ..] ? given : DefaultChargeType;
        return (line.Lookup?.InstanceTypes(line.Regions(), chargeType) ?? [])
            .Select(found => found.Item)
            .Where(offer => offer.Status == OnSale);
    }
}
