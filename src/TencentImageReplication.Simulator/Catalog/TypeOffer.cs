namespace TencentImageReplication.Simulator.Catalog;

/// <summary>An instance type in a zone, under one way of paying.</summary>
/// <param name="Zone">Where.</param>
/// <param name="Type">What.</param>
/// <param name="ChargeType">How it is paid.</param>
/// <param name="IsSoldOut">Whether there is none left.</param>
internal sealed record TypeOffer(Zone Zone, InstanceType Type, string ChargeType, bool IsSoldOut)
{
    private const double HoursPerMonth = 730;

    /// <summary>The price in CNY, of an hour or, where one pays ahead, of a month.</summary>
    public double Price => Math.Round(
        ChargeType switch
        {
            ChargeTypes.Prepaid => Type.HourlyPrice * HoursPerMonth / 2,
            ChargeTypes.Spot => Type.HourlyPrice / 5,
            _ => Type.HourlyPrice,
        },
        3);
}
