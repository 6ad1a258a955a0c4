using System.Globalization;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the charge type of a launch configuration and the settings that belong to one.</summary>
internal static class ConfigurationChargeRules
{
    private static readonly long[] Periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36];
    private static readonly (string Type, string Settings)[] Settings =
        [(ChargeTypes.Prepaid, "InstanceChargePrepaid"), (ChargeTypes.Spot, "InstanceMarketOptions")];

    /// <summary>Checks the parameters of a change.</summary>
    /// <returns>The charge type after the change.</returns>
    public static string Check(Parameters parameters, string oldType)
    {
        var type = parameters.Text("InstanceChargeType", oldType);
        if (type != oldType && !ChargeTypes.All.Contains(type))
            throw new ServiceException("InvalidParameterValue", "InstanceChargeType");
        foreach (var (owner, settings) in Settings)
        {
            if (type == owner && type != oldType && !parameters.Has(settings))
                throw new ServiceException("MissingParameter.InScenario", settings);
            if (type != owner && parameters.Has(settings))
                throw new ServiceException("InvalidParameter.InScenario", settings);
        }
        if (parameters.Object("InstanceChargePrepaid") is { } prepaid && !Periods.Contains(prepaid.Number("Period", 0)))
            throw new ServiceException("InvalidParameterValue", "InstanceChargePrepaid.Period");
        if (parameters.Object("InstanceMarketOptions")?.Object("SpotOptions") is { } spot
            && !double.TryParse(spot.Text("MaxPrice"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            throw new ServiceException("InvalidParameterValue.NotStringTypeFloat", "InstanceMarketOptions.SpotOptions.MaxPrice");
        }
        return type;
    }

    /// <summary>Returns the names of the settings that belong to other charge types.</summary>
    public static IEnumerable<string> SettingsOfOtherTypes(string chargeType) =>
        Settings.Where(known => known.Type != chargeType).Select(known => known.Settings);
}
