using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the instances of an account in a region.</summary>
internal sealed class DescribeInstances : IApiAction
{
    private const int MaximumIds = 100;
    private const int MaxValues = 5;
    private const string LimitExceeded = "InvalidParameterValue.LimitExceeded";
    private static readonly string[] FilterNames =
    [
        "zone", "project-id", "host-id", "dedicated-cluster-id", "vpc-id", "subnet-id", "instance-id", "uuid", "security-group-id",
        "instance-name", "instance-charge-type", "instance-state", "private-ip-address", "public-ip-address", "ipv6-address",
        "tag-key", "tag-value", "creation-start-time", "creation-end-time",
    ];

    public string Name => nameof(DescribeInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("InstanceIds");
        var filters = Filter.Read(context.Parameters, FilterNames, tags: true, MaxValues);
        if (ids.Count > 0 && filters.Count > 0)
            throw new ServiceException("InvalidParameter", "InstanceIds, Filters");
        if (ids.Count > MaximumIds)
            throw new ServiceException(LimitExceeded, "InstanceIds");
        if (ids.FirstOrDefault(id => !IdFormat.Fits("ins", id)) is { } malformed)
            throw new ServiceException("InvalidInstanceId.Malformed", malformed);
        foreach (var filter in filters)
            InstanceFilterRules.Check(filter, context);
        var page = Page.Read(context.Parameters, LimitExceeded);

        var instances = context.State.Instances.Owned(context.Region, context.AccountId)
            .Where(instance => ids.Count == 0 || ids.Contains(instance.InstanceId))
            .Where(instance => filters.All(filter => Passes(instance, filter)))
            .OrderByDescending(instance => instance.CreatedTime).ThenBy(instance => instance.InstanceId, StringComparer.Ordinal)
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = instances.Count,
            ["InstanceSet"] = Json.List(page.Of(instances), instance => InstanceJson.Write(instance, context)),
        };
    }

    private static bool Passes(SimulatedInstance instance, Filter filter) => filter.Name switch
    {
        "zone" => filter.Is(instance.Zone),
        "project-id" => filter.Is(instance.ProjectId.ToString(CultureInfo.InvariantCulture)),
        "vpc-id" => filter.Is(instance.Network.VpcId),
        "subnet-id" => filter.Is(instance.Network.SubnetId),
        "instance-id" => filter.Is(instance.InstanceId),
        "uuid" => filter.Is(instance.Uuid),
        "security-group-id" => filter.IsAnyOf(instance.SecurityGroupIds),
        "instance-name" => filter.Is(instance.InstanceName),
        "instance-charge-type" => filter.Is(instance.ChargeType),
        "instance-state" => filter.Is(instance.State),
        "private-ip-address" => filter.Is(instance.PrivateIpAddress),
        "public-ip-address" => instance.PublicIpAddress is { } address && filter.Is(address),
        "creation-start-time" => filter.Values.All(time => instance.CreatedTime >= InstanceFilterRules.Time(time)),
        "creation-end-time" => filter.Values.All(time => instance.CreatedTime <= InstanceFilterRules.Time(time)),
        // No simulated instance is on a dedicated host or cluster, or has an IPv6 address.
        "host-id" or "dedicated-cluster-id" or "ipv6-address" => false,
        _ => filter.Matches(instance.Tags),
    };
}
