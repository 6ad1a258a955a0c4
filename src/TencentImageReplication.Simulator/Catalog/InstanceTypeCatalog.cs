using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Catalog;

/// <summary>The instance types and the zones that sell them.</summary>
internal static class InstanceTypeCatalog
{
    /// <summary>The type that is sold out in every zone.</summary>
    public const string SoldOutType = "S4.SMALL2";

    private static readonly Dictionary<string, InstanceType> Types = new InstanceType[]
    {
        new("S5.SMALL1", 1, 1, 0.12),
        new("S5.SMALL2", 1, 2, 0.2),
        new("S5.MEDIUM2", 2, 2, 0.3),
        new("S5.MEDIUM4", 2, 4, 0.41),
        new("S5.MEDIUM8", 2, 8, 0.6),
        new("S5.LARGE8", 4, 8, 0.82),
        new("S5.LARGE16", 4, 16, 1.2),
        new("S5.2XLARGE16", 8, 16, 1.64),
        new("S5.16XLARGE256", 64, 256, 19.2),
        new("S6.MEDIUM4", 2, 4, 0.45),
        new("SA2.MEDIUM4", 2, 4, 0.32),
        new("SR1.MEDIUM4", 2, 4, 0.35, "arm"),
        new(SoldOutType, 1, 2, 0.22),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The names of all types.</summary>
    public static IReadOnlyCollection<string> Names => Types.Keys;

    /// <summary>Finds a type by name.</summary>
    public static InstanceType Find(string name)
    {
        var parts = name.Split('.');
        if (parts.Length != 2 || parts.Any(part => part.Length == 0))
            throw new ServiceException("InvalidInstanceType.Malformed", name);
        return Types.TryGetValue(name, out var type) ? type : throw new ServiceException("InvalidParameterValue.InstanceTypeNotFound", name);
    }

    /// <summary>Returns the offers of the open zones of a region, including those that are sold out.</summary>
    public static IEnumerable<TypeOffer> OffersIn(string region, SimulatedCloudOptions options)
    {
        var zones = ZoneCatalog.In(region, options).Where(zone => zone.IsAvailable).ToList();
        return from zone in zones
               from type in Types.Values
               where IsOffered(type, zone, zones)
               from charge in ChargeTypes.All
               select new TypeOffer(zone, type, charge, IsSoldOut(type, zone));
    }

    /// <summary>Returns true when the zone offers the type: only the newest zone of a region has the newest type.</summary>
    private static bool IsOffered(InstanceType type, Zone zone, List<Zone> zones) =>
        type.Family != "S6" || zone == zones[zones.Count - 1];

    /// <summary>Returns true for the type that is sold out everywhere, and for a common type in a zone that a client tries first.</summary>
    private static bool IsSoldOut(InstanceType type, Zone zone) =>
        type.Name == SoldOutType || (type.Name == "S5.MEDIUM4" && zone.Id == "ap-shanghai-2");
}
