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
    private const int MaxKeyLength = 127;
    private const int MaxValueLength = 255;
    private const string AllowedCharacters = " +-=._:/@()[],;><＋－＝／＠（）【】：";

    // Source: page 651/13354 and the texts of the errors.
    private static readonly string[] ReservedPrefixes = ["qcs:", "qcloud", "tencent", "project", "项目"];

    private static readonly Regex Resource = new(
        "^qcs::cvm:(?<region>[a-z0-9-]+):uin/(?<account>[0-9]+):image/(?<id>img-[a-z0-9]+)\\z", RegexOptions.CultureInvariant);

    public string Name => nameof(TagResources);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var resources = context.Parameters.Texts("ResourceList");
        var tags = context.Parameters.Objects("Tags").Select(tag => new SimulatedTag(tag.Text("TagKey"), tag.Text("TagValue"))).ToList();
        if (resources.Count is 0 or > MaxInOneCall)
            throw new ServiceException("LimitExceeded.ResourceNumPerRequest", "ResourceList");
        // Inferred: the documentation does not say. A client should not count on it.
        if (resources.Distinct(StringComparer.Ordinal).Count() < resources.Count)
            throw new ServiceException("InvalidParameterValue.ResourceDescriptionError", "ResourceList");
        if (tags.Count is 0 or > MaxInOneCall)
            throw new ServiceException("LimitExceeded.TagNumPerRequest", "Tags");
        Check(tags);

        var images = resources.Select(resource => (Resource: resource, Image: Find(resource, context))).ToList();
        if (tags.Find(tag => !context.State.Tags.TryAdd(context.AccountId, tag, context.Options.MaximumValuesPerTagKey)) is { } full)
            throw new ServiceException("LimitExceeded.TagValue", full.Key);

        var failed = new JsonArray();
        foreach (var (resource, image) in images)
        {
            if (Refusal(image, context) is { } code)
                failed.Add((JsonNode)new JsonObject { ["Resource"] = resource, ["Code"] = code, ["Message"] = ErrorText.For(code, image?.ImageId, context.Chinese) });
            else
                context.State.Images.Put(image! with { Tags = Merge(image.Tags, tags) });
        }

        return new JsonObject { ["FailedResources"] = failed };
    }

    private static void Check(List<SimulatedTag> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key.Length == 0)
                throw new ServiceException("InvalidParameterValue.TagKeyEmpty");
            if (tag.Key.Length > MaxKeyLength)
                throw new ServiceException("InvalidParameterValue.TagKeyLengthExceeded", tag.Key);
            if (Array.Exists(ReservedPrefixes, prefix => tag.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                throw new ServiceException("InvalidParameter.ReservedTagKey", tag.Key);
            if (tag.Value.Length == 0)
                throw new ServiceException("InvalidParameterValue.TagValueEmpty", tag.Key);
            if (tag.Value.Length > MaxValueLength)
                throw new ServiceException("InvalidParameterValue.TagValueLengthExceeded", tag.Key);
            if (Illegal(tag.Key))
                throw new ServiceException("InvalidParameterValue.TagKeyCharacterIllegal", tag.Key);
            if (Illegal(tag.Value))
                throw new ServiceException("InvalidParameterValue.TagValueCharacterIllegal", tag.Key);
        }

        if (tags.Select(tag => tag.Key).Distinct().Count() < tags.Count)
            throw new ServiceException("InvalidParameterValue.TagKeyDuplicate");
    }

    // Letters and digits of any script, spaces inside, and these.
    private static bool Illegal(string text) =>
        text.Trim() != text || text.Any(character => !char.IsLetterOrDigit(character) && AllowedCharacters.IndexOf(character) < 0);

    private static string? Refusal(SimulatedImage? image, ActionContext context)
    {
        if (image is null)
            return "ResourceNotFound";
        if (context.State.Tags.Failure(image, context.Options) is { } failure)
            return failure;
        return context.Options.TagsCopiesInProgress || context.State.Copies.Of(image.ImageId) is null ? null : "FailedOperation";
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
