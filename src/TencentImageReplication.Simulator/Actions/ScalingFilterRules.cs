using System.Net;
using System.Net.Sockets;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the values of a filter of auto scaling. The codes are documented; which filter returns which is inferred from their names.</summary>
internal static class ScalingFilterRules
{
    private static readonly (string Filter, string Prefix, string Code)[] Ids =
    [
        ("auto-scaling-group-id", "asg", "InvalidParameterValue.InvalidAutoScalingGroupId"),
        ("launch-configuration-id", "asc", "InvalidParameterValue.InvalidLaunchConfigurationId"),
        ("instance-id", "ins", "InvalidParameterValue.InvalidInstanceId"),
    ];

    public static void Check(Filter filter)
    {
        foreach (var value in filter.Values)
        {
            if (Array.Find(Ids, known => known.Filter == filter.Name) is { Code: { } code } form && !IdFormat.Fits(form.Prefix, value))
                throw new ServiceException(code, value);
            if (filter.Name == "private-ip-address" && !(IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetwork))
                throw new ServiceException("InvalidParameterValue.Filter", value);
        }
    }
}
