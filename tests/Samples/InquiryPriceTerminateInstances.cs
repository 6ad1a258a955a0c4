using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Samples;

/// <summary>Returns what is refunded when instances are deleted.</summary>
public sealed class InquiryPriceTerminateInstances : IApiAction
{
    public string Name => "InquiryPriceTerminateInstances";

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("InstanceIds");
        var own = context.State.Instances.Owned(context.Region, context.AccountId).ToList();
        if (ids.FirstOrDefault(id => !own.Exists(instance => instance.InstanceId == id)) is { } unknown)
            throw new ServiceException("InvalidInstanceId.NotFound", unknown);
        var refunds = ids.Select(id => new JsonObject { ["InstanceId"] = id, ["Refunds"] = 0.0 });
        return new JsonObject { ["InstanceRefundsSet"] = new JsonArray([.. refunds]) };
    }
}
