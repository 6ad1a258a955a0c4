using System.Text.RegularExpressions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A resource with tags: a custom image or an instance.</summary>
/// <param name="Name">The name in six segments.</param>
/// <param name="Image">The image; null for an instance.</param>
/// <param name="Instance">The instance; null for an image.</param>
internal sealed record TaggedResource(string Name, SimulatedImage? Image, SimulatedInstance? Instance)
{
    private const int MaxInOneCall = 10;

    private static readonly Regex Form = new(
        "^qcs::cvm:(?<region>[a-z0-9-]+):uin/(?<account>[0-9]+):(?<type>image|instance)/(?<id>(img|ins)-[a-z0-9]+)\\z", RegexOptions.CultureInvariant);

    public IReadOnlyList<SimulatedTag> Tags => Image?.Tags ?? Instance!.Tags;

    /// <summary>Reads the parameter <c>ResourceList</c>.</summary>
    /// <returns>Each name with its resource, null when the account has no such resource.</returns>
    public static List<(string Name, TaggedResource? Resource)> Read(ActionContext context, bool isRequired)
    {
        var names = context.Parameters.Texts("ResourceList");
        if (names.Count > MaxInOneCall || (isRequired && names.Count == 0))
            throw new ServiceException("LimitExceeded.ResourceNumPerRequest", "ResourceList");
        // Inferred: the documentation does not say. A client should not count on it.
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            throw new ServiceException("InvalidParameterValue.ResourceDescriptionError", "ResourceList");
        return [.. names.Select(name => (name, Find(name, context)))];
    }

    /// <summary>Returns all resources of the account, in a fixed order.</summary>
    public static IEnumerable<TaggedResource> All(ActionContext context)
    {
        var images = context.State.Images.All.Where(image => image.AccountId == context.AccountId)
            .Select(image => new TaggedResource($"qcs::cvm:{image.Region}:uin/{image.AccountId}:image/{image.ImageId}", image, null));
        var instances = context.State.Instances.All.Where(instance => instance.AccountId == context.AccountId)
            .Select(instance => new TaggedResource($"qcs::cvm:{instance.Region}:uin/{instance.AccountId}:instance/{instance.InstanceId}", null, instance));
        return images.Concat(instances).OrderBy(resource => resource.Name, StringComparer.Ordinal);
    }

    /// <summary>Returns the code of the failure to change the tags; null when they can be changed.</summary>
    public string? Refusal(ActionContext context)
    {
        if (Image is null)
            return null;
        return context.State.Tags.Failure(Image, context.Options)
            ?? (context.Options.TagsCopiesInProgress || context.State.Copies.Of(Image.ImageId) is null ? null : "FailedOperation");
    }

    /// <summary>Replaces the tags.</summary>
    public void Put(IReadOnlyList<SimulatedTag> tags, CloudState state)
    {
        if (Image is not null)
            state.Images.Put(Image with { Tags = tags });
        else
            state.Instances.Update(Instance!.InstanceId, instance => instance with { Tags = tags });
    }

    private static TaggedResource? Find(string name, ActionContext context)
    {
        var parts = Form.Match(name);
        if (!parts.Success)
            throw new ServiceException("InvalidParameterValue.ResourceDescriptionError", name);
        if (parts.Groups["account"].Value != context.AccountId)
            return null;
        var (region, id) = (parts.Groups["region"].Value, parts.Groups["id"].Value);
        if (parts.Groups["type"].Value == "instance")
        {
            var instance = context.State.Instances.Owned(region, context.AccountId).FirstOrDefault(known => known.InstanceId == id);
            return instance is null ? null : new TaggedResource(name, null, instance);
        }
        return context.State.Images.Find(id, region, context.AccountId) is { } image && ImageStore.TypeFor(image, context.AccountId) == ImageTypes.Private
            ? new TaggedResource(name, image, null)
            : null;
    }
}
