using System.Net;
using System.Net.Sockets;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The network of new instances.</summary>
internal sealed class NetworkRules
{
    private const int MaxBandwidth = 200;
    private const int MaxAddresses = 20;
    private static readonly string[] InternetChargeTypes =
        ["BANDWIDTH_PREPAID", "TRAFFIC_POSTPAID_BY_HOUR", "BANDWIDTH_POSTPAID_BY_HOUR", "BANDWIDTH_PACKAGE"];

    private readonly IReadOnlyList<string> _addresses;

    private NetworkRules(SimulatedNetwork network, IReadOnlyList<string> addresses, IReadOnlyList<string> securityGroupIds)
    {
        Network = network;
        _addresses = addresses;
        SecurityGroupIds = securityGroupIds;
    }

    public SimulatedNetwork Network { get; }

    public IReadOnlyList<string> SecurityGroupIds { get; }

    public string InternetChargeType { get; private set; } = "";

    public int MaxBandwidthOut { get; private set; }

    public bool HasPublicIp { get; private set; }

    public static NetworkRules Read(Parameters parameters, Zone zone, int count, string chargeType, ActionContext context)
    {
        var own = CloudState.DefaultNetwork(context.AccountId, context.Region, zone.Id);
        var addresses = ReadVpc(parameters.Object("VirtualPrivateCloud"), own, count, context);
        var groups = parameters.Texts("SecurityGroupIds");
        if (groups.FirstOrDefault(group => group != own.SecurityGroupId) is { } unknown)
            throw new ServiceException("InvalidSecurityGroupId.NotFound", unknown);
        var rules = new NetworkRules(own, addresses, groups.Count > 0 ? groups : [own.SecurityGroupId]);
        rules.ReadInternet(parameters.Object("InternetAccessible") ?? default, chargeType);
        return rules;
    }

    public string PrivateIpAddress(int index, ActionContext context) => _addresses.Count > 0
        ? _addresses[index]
        : FormattableString.Invariant($"172.16.{context.State.Ids.Number(256)}.{2 + context.State.Ids.Number(250)}");

    /// <summary>Returns an address from the block that is reserved for documentation.</summary>
    public static string PublicIpAddress(ActionContext context) => FormattableString.Invariant($"203.0.113.{1 + context.State.Ids.Number(254)}");

    private static IReadOnlyList<string> ReadVpc(Parameters? given, SimulatedNetwork own, int count, ActionContext context)
    {
        if (given is not { } vpc)
            return [];
        var (vpcId, subnetId) = (vpc.Text("VpcId"), vpc.Text("SubnetId"));
        if (vpcId != "DEFAULT" || subnetId != "DEFAULT")
            CheckIds(vpcId, subnetId, own, context);
        var addresses = vpc.Texts("PrivateIpAddresses");
        if (addresses.FirstOrDefault(address => !IPAddress.TryParse(address, out var ip) || ip.AddressFamily != AddressFamily.InterNetwork) is { } malformed)
            throw new ServiceException("InvalidParameterValue.InvalidIpFormat", malformed);
        if (addresses.Count > 0 && (addresses.Count != count || count > MaxAddresses))
            throw new ServiceException("InvalidParameterCombination", "VirtualPrivateCloud.PrivateIpAddresses, InstanceCount");
        if (addresses.FirstOrDefault(address => !address.StartsWith("172.16.", StringComparison.Ordinal)) is { } foreign)
            throw new ServiceException("VpcAddrNotInSubNet", foreign);
        var taken = context.State.Instances.Owned(context.Region, context.AccountId).Select(instance => instance.PrivateIpAddress);
        return addresses.FirstOrDefault(taken.Contains) is { } used ? throw new ServiceException("VpcIpIsUsed", used) : addresses;
    }

    private static void CheckIds(string vpcId, string subnetId, SimulatedNetwork own, ActionContext context)
    {
        if (!IdFormat.Fits("vpc", vpcId))
            throw new ServiceException("InvalidParameterValue.VpcIdMalformed", vpcId);
        if (!IdFormat.Fits("subnet", subnetId))
            throw new ServiceException("InvalidParameterValue.SubnetIdMalformed", subnetId);
        if (vpcId != own.VpcId)
            throw new ServiceException("InvalidParameterValue.VpcIdNotExist", vpcId);
        if (subnetId == own.SubnetId)
            return;
        var elsewhere = ZoneCatalog.In(context.Region, context.Options)
            .Any(zone => CloudState.DefaultNetwork(context.AccountId, context.Region, zone.Id).SubnetId == subnetId);
        throw new ServiceException(elsewhere ? "InvalidParameterValue.SubnetIdZoneIdNotMatch" : "InvalidParameterValue.SubnetNotExist", subnetId);
    }

    private void ReadInternet(Parameters internet, string chargeType)
    {
        var byDefault = chargeType == ChargeTypes.Prepaid ? "BANDWIDTH_PREPAID" : "BANDWIDTH_POSTPAID_BY_HOUR";
        InternetChargeType = internet.Text("InternetChargeType", byDefault);
        if (!InternetChargeTypes.Contains(InternetChargeType))
            throw new ServiceException("InvalidParameterValue", "InternetAccessible.InternetChargeType");
        if (internet.HasContent("BandwidthPackageId"))
            throw new ServiceException("InvalidParameterValue.BandwidthPackageIdNotFound", internet.Text("BandwidthPackageId"));
        var bandwidth = internet.Number("InternetMaxBandwidthOut", 0);
        if (bandwidth is < 0 or > MaxBandwidth)
            throw new ServiceException("InvalidParameterValue.Range", "InternetAccessible.InternetMaxBandwidthOut");
        if (bandwidth == 0 && internet.Flag("PublicIpAssigned"))
            throw new ServiceException("InvalidParameterCombination", "InternetAccessible.PublicIpAssigned");
        MaxBandwidthOut = (int)bandwidth;
        HasPublicIp = bandwidth > 0 && internet.Flag("PublicIpAssigned", absent: true);
    }
}
