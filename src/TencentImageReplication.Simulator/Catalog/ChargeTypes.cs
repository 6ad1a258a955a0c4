namespace TencentImageReplication.Simulator.Catalog;

/// <summary>The charge types that the simulator sells.</summary>
internal static class ChargeTypes
{
    public const string Prepaid = "PREPAID";
    public const string Hourly = "POSTPAID_BY_HOUR";
    public const string Spot = "SPOTPAID";

    public static IReadOnlyList<string> All { get; } = [Hourly, Prepaid, Spot];
}
