using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the tags of a resource.</summary>
internal static class TagRules
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 127;
    private const int MaxValueLength = 255;

    /// <summary>Returns the tags of the resources that a request creates.</summary>
    /// <param name="parameters">The parameters of the request.</param>
    /// <param name="resourceType">The kind of resource; null for any.</param>
    /// <param name="name">The name of the parameter with the tags.</param>
    public static IReadOnlyList<SimulatedTag> Read(Parameters parameters, string? resourceType, string name = "TagSpecification")
    {
        var tags = new List<SimulatedTag>();
        foreach (var specification in parameters.Objects(name))
        {
            if (resourceType is not null && specification.Text("ResourceType") != resourceType)
                throw new ServiceException("InvalidParameterValue", $"{name}.ResourceType");
            tags.AddRange(specification.Objects("Tags").Select(tag => new SimulatedTag(tag.Text("Key"), tag.Text("Value"))));
        }
        Check(tags);
        return tags;
    }

    public static void Check(List<SimulatedTag> tags)
    {
        if (tags.Count > MaxTags)
            throw new ServiceException("InvalidParameterValue.TagQuotaLimitExceeded");
        foreach (var tag in tags)
            Check(tag);
        if (tags.Select(tag => tag.Key).Distinct().Count() < tags.Count)
            throw new ServiceException("InvalidParameterValue.DuplicateTags");
    }

    private static void Check(SimulatedTag tag)
    {
        if (tag.Key.Length is 0 or > MaxKeyLength)
            throw new ServiceException("FailedOperation.IllegalTagKey", tag.Key);
        if (tag.Value.Length > MaxValueLength)
            throw new ServiceException("FailedOperation.IllegalTagValue", tag.Key);
        if (tag.Key.StartsWith("qcs:", StringComparison.OrdinalIgnoreCase))
            throw new ServiceException("FailedOperation.TagKeyReserved", tag.Key);
    }
}
