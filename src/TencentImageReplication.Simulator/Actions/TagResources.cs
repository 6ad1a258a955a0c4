using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Sets tags of images, the only resources whose tags the simulator changes.</summary>
internal sealed class TagResources : IApiAction
{
    private const int MaxInOneCall = 10;

    private static readonly Regex Resource = new(
        "^qcs::cvm:(?<region>[a-z0-9-]+):uin/(?<account>[0-9]+):image/(?<id>img-[a-z0-9]+)\\z", RegexOptions.CultureInvariant);

    public string Name => nameof(TagResources);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var resources = context.Parameters.Texts("ResourceList");
        var tags = context.Parameters.Objects("Tags").Select(tag => new SimulatedTag(tag.Text("TagKey"), tag.Text("TagValue"))).ToList();
        if (resources.Count is 0 or > MaxInOneCall)
            throw new ServiceException("InvalidParameterValue", "ResourceList");
        if (tags.Count is 0 or > MaxInOneCall)
            throw new ServiceException("InvalidParameterValue", "Tags");
        TagRules.Check(tags);

        var failed = new JsonArray();
        foreach (var resource in resources)
        {
            if (Find(resource, context) is { } image)
                context.State.Images.Put(image with { Tags = Merge(image.Tags, tags) });
            else
                failed.Add((JsonNode)new JsonObject { ["Resource"] = resource, ["Code"] = "ResourceNotFound", ["Message"] = "The resource does not exist." });
        }

        return new JsonObject { ["FailedResources"] = failed };
    }

    private static SimulatedImage? Find(string resource, ActionContext context)
    {
        var parts = Resource.Match(resource);
        if (!parts.Success)
            throw new ServiceException("InvalidParameterValue.ResourceDescriptionError", resource);
        return parts.Groups["account"].Value == context.AccountId
            && context.State.Images.Find(parts.Groups["id"].Value, parts.Groups["region"].Value, context.AccountId) is { } image
            && ImageStore.TypeFor(image, context.AccountId) == ImageTypes.Private
                ? image
                : null;
    }

    // A key has one value: a new one replaces the old one.
    private static IReadOnlyList<SimulatedTag> Merge(IReadOnlyList<SimulatedTag> old, List<SimulatedTag> tags) =>
        [.. old.Where(tag => tags.TrueForAll(other => other.Key != tag.Key)), .. tags];
}
