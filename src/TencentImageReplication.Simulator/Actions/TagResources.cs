using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Sets tags of images and instances.</summary>
internal sealed class TagResources : IApiAction
{
    private const int MaxTags = 10;

    public string Name => nameof(TagResources);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var tags = context.Parameters.Objects("Tags").Select(tag => new SimulatedTag(tag.Text("TagKey"), tag.Text("TagValue"))).ToList();
        var resources = TaggedResource.Read(context, isRequired: true);
        if (tags.Count is 0 or > MaxTags)
            throw new ServiceException("LimitExceeded.TagNumPerRequest", "Tags");
        TagKeyRules.Check(tags);
        if (tags.Find(tag => !context.State.Tags.TryAdd(context.AccountId, tag, context.Options.MaximumValuesPerTagKey)) is { } full)
            throw new ServiceException("LimitExceeded.TagValue", full.Key);
        return TagChange.Apply(resources, old => Merge(old, tags), context);
    }

    // A key has one value: a new one replaces the old one.
    private static IReadOnlyList<SimulatedTag> Merge(IReadOnlyList<SimulatedTag> old, List<SimulatedTag> tags) =>
        [.. old.Where(tag => tags.TrueForAll(other => other.Key != tag.Key)), .. tags];
}
