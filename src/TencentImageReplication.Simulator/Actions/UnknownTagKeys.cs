using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Refuses tag keys that no resource of the account has, where the settings make that an error.</summary>
internal static class UnknownTagKeys
{
    public static void Check(IEnumerable<string> keys, ActionContext context)
    {
        if (!context.Options.UnknownTagKeyIsError)
            return;
        var known = TaggedResource.All(context).SelectMany(resource => resource.Tags).Select(tag => tag.Key).ToList();
        if (keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw new ServiceException("InvalidParameterValue.TagKeyNotFound", unknown);
    }
}
