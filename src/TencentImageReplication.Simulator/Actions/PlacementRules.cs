using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks that the zone sells the instance type and that the image runs on it.</summary>
internal static class PlacementRules
{
    public static (Zone Zone, InstanceType Type) Check(Parameters parameters, string chargeType, SimulatedImage image, ActionContext context)
    {
        var placement = parameters.Object("Placement") ?? throw new ServiceException("MissingParameter", "Placement");
        var zoneId = placement.Text("Zone");
        var zone = ZoneCatalog.Find(context.Region, zoneId, context.Options) ?? throw new ServiceException("InvalidZone.MismatchRegion", zoneId);
        if (!zone.IsAvailable)
            throw new ServiceException("ResourceInsufficient.AvailabilityZoneSoldOut", zoneId);
        var offers = InstanceTypeCatalog.OffersIn(context.Region, context.Options).Where(offer => offer.Zone == zone && offer.ChargeType == chargeType).ToList();
        var type = Type(parameters.Text("InstanceType"), image, offers);
        var chosen = offers.Find(offer => offer.Type == type) ?? throw new ServiceException("ResourceUnavailable.InstanceType", $"{type.Name}, {zoneId}");
        if (chosen.IsSoldOut)
            throw new ServiceException("ResourcesSoldOut.SpecifiedInstanceType", $"{type.Name}, {zoneId}");
        if (type.Architecture != image.Architecture)
            throw new ServiceException("InvalidParameterValue.InvalidImageForGivenInstanceType", $"{image.ImageId}, {type.Name}");
        return (zone, type);
    }

    /// <summary>Returns the type of the request, or by default the first that the zone sells and the image runs on.</summary>
    private static InstanceType Type(string name, SimulatedImage image, IEnumerable<TypeOffer> offers) => name.Length > 0
        ? InstanceTypeCatalog.Find(name)
        : offers.FirstOrDefault(offer => !offer.IsSoldOut && offer.Type.Architecture == image.Architecture)?.Type
            ?? throw new ServiceException("ResourceInsufficient.SpecifiedInstanceType");
}
