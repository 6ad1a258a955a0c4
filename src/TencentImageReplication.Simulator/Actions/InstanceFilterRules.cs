using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the values of a filter of instances. The codes are documented for DescribeInstances; which filter returns which is inferred from their names.</summary>
internal static class InstanceFilterRules
{
    private const string InvalidValue = "InvalidParameterValue";

    private static readonly (string Filter, string Prefix, string Code)[] Ids =
    [
        ("host-id", "host", "InvalidHostId.Malformed"),
        ("vpc-id", "vpc", "InvalidParameterValue.VpcIdMalformed"),
        ("subnet-id", "subnet", "InvalidParameterValue.SubnetIdMalformed"),
        ("instance-id", "ins", "InvalidParameterValue.InstanceIdMalformed"),
        ("security-group-id", "sg", "InvalidSgId.Malformed"),
    ];

    public static void Check(Filter filter, ActionContext context)
    {
        foreach (var value in filter.Values)
        {
            if (Refusal(filter.Name, value, context) is { } code)
                throw new ServiceException(code, value);
        }
    }

    /// <summary>Reads a time as the filters have it: <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ServiceException("InvalidParameterValue.InvalidTimeFormat", text);

    private static string? Refusal(string filter, string value, ActionContext context)
    {
        if (Array.Find(Ids, known => known.Filter == filter) is { Code: { } code } form && !IdFormat.Fits(form.Prefix, value))
            return code;
        return filter switch
        {
            "zone" when ZoneCatalog.Find(context.Region, value, context.Options) is null => "InvalidZone.MismatchRegion",
            "project-id" when !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => InvalidValue,
            "uuid" when !Guid.TryParseExact(value, "D", out _) => "InvalidParameterValue.UuidMalformed",
            "security-group-id" when value != SecurityGroup(context) => "InvalidSecurityGroupId.NotFound",
            "private-ip-address" or "public-ip-address" when !IsAddress(value, AddressFamily.InterNetwork) => "InvalidParameterValue.IPAddressMalformed",
            "ipv6-address" when !IsAddress(value, AddressFamily.InterNetworkV6) => "InvalidParameterValue.IPv6AddressMalformed",
            "creation-start-time" or "creation-end-time" => Time(value) == default ? InvalidValue : null,
            _ => null,
        };
    }

    private static string SecurityGroup(ActionContext context) =>
        CloudState.DefaultNetwork(context.AccountId, context.Region, context.Region + "-1").SecurityGroupId;

    private static bool IsAddress(string text, AddressFamily family) => IPAddress.TryParse(text, out var address) && address.AddressFamily == family;
}
