using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Objects;

/// <summary>Converts between the tags of the API and those of the module.</summary>
internal static class TagConversion
{
    internal static TccTagCollection From(IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
            return TccTagCollection.None;
        // The service allows each key once. If it returns one twice, the last value counts.
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            values[tag.Key] = tag.Value;
        return new TccTagCollection(values);
    }

    internal static Tag[] ToModel(TccTagCollection tags) =>
        [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
