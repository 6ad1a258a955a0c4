using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Changes the tags of several resources, some of which can fail.</summary>
internal static class TagChange
{
    /// <summary>Changes the tags.</summary>
    /// <returns>The response with the resources that failed.</returns>
    public static JsonObject Apply(
        IEnumerable<(string Name, TaggedResource? Resource)> resources,
        Func<IReadOnlyList<SimulatedTag>, IReadOnlyList<SimulatedTag>> change,
        ActionContext context)
    {
        var failed = new JsonArray();
        foreach (var (name, resource) in resources)
        {
            var code = resource is null ? "ResourceNotFound" : resource.Refusal(context);
            if (code is not null)
                failed.Add((JsonNode)new JsonObject { ["Resource"] = name, ["Code"] = code, ["Message"] = ErrorText.For(code, resource?.Image?.ImageId, context.Chinese) });
            else
                resource!.Put(change(resource.Tags), context.State);
        }
        return new JsonObject { ["FailedResources"] = failed };
    }
}
