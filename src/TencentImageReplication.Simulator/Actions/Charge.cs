using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The charge type of new instances.</summary>
/// <param name="Type">The charge type.</param>
/// <param name="RenewFlag">The action at the end of the period; null unless prepaid.</param>
/// <param name="ExpiredTime">The end of the period; null unless prepaid.</param>
internal sealed record Charge(string Type, string? RenewFlag, DateTimeOffset? ExpiredTime)
{
    private static readonly long[] Periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36, 48, 60];
    private static readonly string[] RenewFlags = ["NOTIFY_AND_AUTO_RENEW", "NOTIFY_AND_MANUAL_RENEW", "DISABLE_NOTIFY_AND_MANUAL_RENEW"];

    public static Charge Read(Parameters parameters, DateTimeOffset now)
    {
        var type = parameters.Text("InstanceChargeType", ChargeTypes.Hourly);
        // These are for dedicated hosts and clusters, and no simulated account has one.
        if (type is "CDHPAID" or "CDCPAID")
            throw new ServiceException("UnsupportedOperation", type);
        if (!ChargeTypes.All.Contains(type))
            throw new ServiceException("InvalidParameterValue", "InstanceChargeType");
        if (type != ChargeTypes.Prepaid)
            return new Charge(type, null, null);
        var prepaid = parameters.Object("InstanceChargePrepaid") ?? throw new ServiceException("MissingParameter", "InstanceChargePrepaid");
        var period = prepaid.Number("Period", 0);
        if (!Periods.Contains(period))
            throw new ServiceException("InvalidPeriod");
        var renewFlag = prepaid.Text("RenewFlag", "NOTIFY_AND_MANUAL_RENEW");
        if (!RenewFlags.Contains(renewFlag))
            throw new ServiceException("InvalidParameterValue", "InstanceChargePrepaid.RenewFlag");
        return new Charge(type, renewFlag, now.AddMonths((int)period));
    }
}
