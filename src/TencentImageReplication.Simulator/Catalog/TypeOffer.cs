namespace TencentImageReplication.Simulator.Catalog;

/// <summary>An instance type in a zone with a charge type.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Type">The instance type.</param>
/// <param name="ChargeType">The charge type.</param>
/// <param name="IsSoldOut">True when it is sold out.</param>
internal sealed record TypeOffer(Zone Zone, InstanceType Type, string ChargeType, bool IsSoldOut)
{
    private const double HoursPerMonth = 730;

    /// <summary>The price in CNY, per hour, or per month when prepaid.</summary>
    public double Price => Math.Round(
        ChargeType switch
        {
            ChargeTypes.Prepaid => Type.HourlyPrice * HoursPerMonth / 2,
            ChargeTypes.Spot => Type.HourlyPrice / 5,
            _ => Type.HourlyPrice,
        },
        3);
}
