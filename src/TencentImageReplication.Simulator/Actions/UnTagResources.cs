using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Removes tags of images and instances. A key that a resource does not have is no error (inferred).</summary>
internal sealed class UnTagResources : IApiAction
{
    private const int MaxKeys = 10;

    public string Name => nameof(UnTagResources);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var keys = context.Parameters.Texts("TagKeys");
        var resources = TaggedResource.Read(context, isRequired: true);
        if (keys.Count is 0 or > MaxKeys)
            throw new ServiceException("LimitExceeded.TagNumPerRequest", "TagKeys");
        TagKeyRules.CheckKeys(keys);
        return TagChange.Apply(resources, old => [.. old.Where(tag => !keys.Contains(tag.Key))], context);
    }
}
