using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the states of the instances of an account in a region.</summary>
internal sealed class DescribeInstancesStatus : IApiAction
{
    private const int MaxIds = 100;
    private const string LimitExceeded = "InvalidParameterValue.LimitExceeded";

    public string Name => nameof(DescribeInstancesStatus);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("InstanceIds");
        if (ids.Count > MaxIds)
            throw new ServiceException(LimitExceeded, "InstanceIds");
        if (ids.FirstOrDefault(id => !IdFormat.Fits("ins", id)) is { } malformed)
            throw new ServiceException("InvalidInstanceId.Malformed", malformed);
        var page = Page.Read(context.Parameters, LimitExceeded);
        var instances = context.State.Instances.Owned(context.Region, context.AccountId)
            .Where(instance => ids.Count == 0 || ids.Contains(instance.InstanceId))
            .OrderByDescending(instance => instance.CreatedTime).ThenBy(instance => instance.InstanceId, StringComparer.Ordinal)
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = instances.Count,
            ["InstanceStatusSet"] = Json.List(page.Of(instances), instance => new JsonObject
            {
                ["InstanceId"] = instance.InstanceId,
                ["InstanceState"] = instance.State,
            }),
        };
    }
}
