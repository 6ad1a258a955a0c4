using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Samples;

/// <summary>Deletes instances.</summary>
public sealed class TerminateInstances : IApiAction
{
    public string Name => "TerminateInstances";

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("InstanceIds");
        var own = context.State.Instances.Owned(context.Region, context.AccountId).ToList();
        if (ids.FirstOrDefault(id => !own.Exists(instance => instance.InstanceId == id)) is { } unknown)
            throw new ServiceException("InvalidInstanceId.NotFound", unknown);
        foreach (var id in ids)
            context.State.Instances.Remove(id);
        return [];
    }
}
