using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Finds the zones of a region that sell an instance type.</summary>
/// <remarks>Source: DescribeZoneInstanceConfigInfos.</remarks>
internal static class ZoneChooser
{
    private const string OnSale = "SELL";
    private const string DefaultChargeType = "POSTPAID_BY_HOUR";

    private static readonly string[] StockOrder = ["EnoughStock", "NormalStock", "UnderStock"];

    /// <summary>Finds the zones that sell the type, those with the most stock first.</summary>
    /// <exception cref="RuleViolationException">No zone sells it.</exception>
    public static async Task<IReadOnlyList<string>> FindAsync(
        CvmClient client,
        string region,
        string? instanceType,
        string? chargeType,
        CancellationToken cancellationToken)
    {
        Filter[] filters =
        [
            new() { Name = "instance-type", Values = [instanceType ?? ""] },
            new() { Name = "instance-charge-type", Values = [chargeType ?? DefaultChargeType] },
        ];
        var offers = await ReadAsync();
        // The response has no count to compare the list with. So an empty one is read again before it is believed.
        if (offers.Count == 0)
            offers = await ReadAsync();
        var zones = offers
            .Where(item => item.Status == OnSale && item.InstanceType == instanceType)
            .OrderBy(item => StockRank(item.StatusCategory))
            .ThenBy(item => item.Zone, StringComparer.Ordinal)
            .Select(item => item.Zone)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (zones.Length > 0)
            return zones;

        var soldOut = offers.Any(item => item.InstanceType == instanceType);
        throw new RuleViolationException(new RuleViolation(
            "InstanceTypeNotSold",
            soldOut
                ? Localized.Text(
                    $"The instance type '{instanceType}' is sold out in every zone of '{region}'.",
                    $"机型“{instanceType}”在“{region}”的所有可用区均已售罄。")
                : Localized.Text(
                    $"The instance type '{instanceType}' is not offered in '{region}' with charge type {chargeType ?? DefaultChargeType}.",
                    $"“{region}”没有机型“{instanceType}”（计费类型 {chargeType ?? DefaultChargeType}）。"),
            Localized.Text("Specify another -InstanceType or region.", "请用 -InstanceType 指定其他机型，或选择其他地域。")));

        async Task<IReadOnlyList<InstanceTypeQuotaItem>> ReadAsync() =>
            (await client.DescribeZoneInstanceConfigInfosAsync(region, filters, cancellationToken)).InstanceTypeQuotaSet;
    }

    /// <summary>Checks whether another zone of the region may accept a request that this one refused.</summary>
    /// <remarks>A disk that breaks the rules for its type (<c>CloudDiskUnavailable</c>) is refused in every zone.</remarks>
    public static bool ConcernsZone(TencentCloudException exception) =>
        (exception.Code.StartsWith("ResourceInsufficient.", StringComparison.Ordinal)
            && exception.Code != "ResourceInsufficient.CloudDiskUnavailable")
        || exception.Code.StartsWith("ResourcesSoldOut.", StringComparison.Ordinal)
        || exception.Code is "ResourceUnavailable.InstanceType" or "InvalidParameterValue.ZoneNotSupported"
            // The stock and the quota of spot instances belong to a zone.
            or "LimitExceeded.SpotQuota" or "LimitExceeded.UserSpotQuota" or "InvalidParameterValue.InsufficientOffering";

    private static int StockRank(string? category)
    {
        var rank = Array.IndexOf(StockOrder, category);
        return rank < 0 ? StockOrder.Length : rank;
    }
}
